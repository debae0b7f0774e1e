package dev.touchstone.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reference.OddServer;
import dev.touchstone.reference.OddStatelessServer;
import dev.touchstone.reference.Rig;
import dev.touchstone.reference.Rig.Endpoint;
import dev.touchstone.verdict.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is failed on servers that are odd and break no rule; what else changes is compared with what is expected. */
@Execution(ExecutionMode.CONCURRENT)
class OddServersTest {
    private static Golden golden;

    @BeforeAll
    static void read() throws IOException {
        golden = new Golden("odd.tsv");
    }

    @AfterAll
    static void write() throws IOException {
        golden.close();
    }

    /** The servers chosen by name; else, of an area, those on which something in it comes to another end than usual. */
    static Stream<OddServer> servers() throws IOException {
        Golden known = new Golden("odd.tsv");
        return Arrays.stream(OddServer.values())
                .filter(server -> Chosen.by("odd", server.name()))
                .filter(server -> !Chosen.hasArea()
                        || !System.getProperty("odd", "").isEmpty()
                        || known.section(server.name()).stream().anyMatch(Chosen::inArea));
    }

    /** The newest and the oldest revision stand for those between them, unless everything is to be judged. */
    private static List<String> options() {
        List<String> options = new ArrayList<>(Chosen.options());
        if (!Chosen.whole()) {
            options.addAll(List.of("--revision", "2025-11-25,2025-03-26"));
        }
        return options;
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("servers")
    void is_not_failed(OddServer server) {
        judge(server, () -> judged(server));
    }

    static Stream<OddStatelessServer> stateless() {
        return Arrays.stream(OddStatelessServer.values()).filter(server -> Chosen.by("odd", server.name()));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("stateless")
    void is_not_failed_without_sessions(OddStatelessServer server) {
        judge(server, () -> judged(server));
    }

    private static void judge(Enum<?> server, Supplier<Vector> judging) {
        Vector vector = Company.judged(judging, seen -> isExpected(server, seen));

        assertThat(failed(vector)).as("what is failed on %s", server).isEmpty();
        if (!Chosen.whole()) {
            golden.check(server.name(), vector.differencesFrom(Conforming.VECTOR), Chosen::inArea);
        }
    }

    private static boolean isExpected(Enum<?> server, Vector vector) {
        return failed(vector).isEmpty()
                && (Chosen.whole()
                        || golden.expects(server.name(), vector.differencesFrom(Conforming.VECTOR), Chosen::inArea));
    }

    private static Set<String> failed(Vector vector) {
        return vector.with(Verdict.FAIL, Verdict.ERROR);
    }

    private static Vector judged(OddServer server) {
        try (Rig rig = server.start()) {
            return Vector.of(Vector.judge(rig, rig.url(Endpoint.STREAMABLE), options()))
                    .and(Vector.of(Vector.judge(rig, rig.url(Endpoint.LEGACY_SSE), Chosen.options())));
        }
    }

    private static Vector judged(OddStatelessServer server) {
        try (Rig rig = server.start()) {
            return Vector.of(Vector.judge(rig, rig.url(Endpoint.STATELESS), Chosen.options()));
        }
    }
}
