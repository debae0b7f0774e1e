package dev.touchstone.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.cli.Judging;
import dev.touchstone.reference.AuthorizationFault;
import dev.touchstone.reference.Rig;
import dev.touchstone.reference.Rig.Endpoint;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server that asks for credentials shows to strangers is judged with none at hand. */
class ClosedServerTest {

    static Stream<AuthorizationFault> faults() {
        return Arrays.stream(AuthorizationFault.values()).filter(fault -> Chosen.by("fault", fault.name()));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("faults")
    void a_fault_is_seen_without_credentials(AuthorizationFault fault) {
        String newest = new TreeSet<>(fault.revisions()).last();
        Set<String> expected = Set.of(fault.breaks().iterator().next() + "@" + newest);

        RunResult result = Company.judged(
                () -> judge(fault, newest), seen -> Vector.of(seen).red().equals(expected));

        Vector vector = Vector.of(result);
        assertThat(vector.red()).isEqualTo(expected);
        assertThat(result.facts().closed()).isPresent();
        assertThat(vector.with(Verdict.INCONCLUSIVE))
                .anyMatch(key -> key.startsWith("lifecycle.") || key.startsWith("discover."));
    }

    private static RunResult judge(AuthorizationFault fault, String revision) {
        try (Rig rig = fault.start()) {
            return Judging.judge(rig.url(Endpoint.of(revision)), List.of("--revision", revision, "--timeout", "4"));
        }
    }
}
