package dev.touchstone.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reference.Fault;
import dev.touchstone.reference.Rig;
import dev.touchstone.reference.Rig.Endpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault turns exactly its requirement red; the whole vector is compared, so that collateral damage is seen. */
@Execution(ExecutionMode.CONCURRENT)
class FaultsTest {
    /** What is judged by the whole run cannot be judged alone. */
    private static final Set<String> PASSIVE = CompletenessTest.afterwards();

    private static Golden golden;

    @BeforeAll
    static void read() throws IOException {
        golden = new Golden("faults.tsv");
    }

    @AfterAll
    static void write() throws IOException {
        golden.close();
    }

    /** The chosen faults; of an area, those that break it and those that keep something in it from being decided. */
    static Stream<Fault> faults() throws IOException {
        Golden known = new Golden("faults.tsv");
        return Fault.all().stream()
                .filter(fault -> Chosen.by("fault", fault.name()))
                .filter(fault -> Stream.concat(fault.breaks().stream(), known.section(fault.name()).stream())
                        .anyMatch(Chosen::inArea));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void turns_its_requirement_red_and_no_other(Fault fault) {
        Vector vector = Company.judged(() -> judge(fault), seen -> isExpected(fault, seen));

        assertThat(vector.red()).as("what turns red under %s", fault).isEqualTo(expected(fault, judged(vector)));
        if (!Chosen.whole()) {
            golden.check(fault.name(), vector.differencesFrom(Conforming.VECTOR), judged(vector));
        }
    }

    private static boolean isExpected(Fault fault, Vector vector) {
        return vector.red().equals(expected(fault, judged(vector)))
                && (Chosen.whole()
                        || golden.expects(fault.name(), vector.differencesFrom(Conforming.VECTOR), judged(vector)));
    }

    private static Predicate<String> judged(Vector vector) {
        return line -> !Chosen.isLimited() || vector.verdicts().containsKey(line.split("\t", 2)[0]);
    }

    private static Set<String> expected(Fault fault, Predicate<String> judged) {
        Set<String> keys = new TreeSet<>();
        for (String requirement : fault.breaks()) {
            fault.revisions().forEach(revision -> keys.add(requirement + "@" + revision));
        }
        keys.removeIf(judged.negate());
        return keys;
    }

    /**
     * Everything is judged in the newest stateful and the newest stateless revision that the fault shows in, and its
     * requirement in the others, too; of requirements that are judged by the whole run, everything in all of them.
     */
    private static Vector judge(Fault fault) {
        List<String> revisions = fault.revisions().stream().sorted().toList();
        List<String> newest = revisions.stream()
                .filter(revision -> revisions.stream().noneMatch(later -> isLaterOfEra(later, revision)))
                .toList();
        if (!Chosen.newest() && (Chosen.whole() || fault.breaks().stream().anyMatch(PASSIVE::contains))) {
            return judge(fault, revisions, everything(fault));
        }
        Vector vector = judge(fault, newest, everything(fault));
        List<String> older = new ArrayList<>(Chosen.newest() ? List.of() : revisions);
        older.removeAll(newest);
        for (List<String> together : fault.isExclusive() ? apart(older) : byEndpoint(older)) {
            vector = vector.and(judgeTogether(fault, together, only(fault.breaks())));
        }
        return vector;
    }

    private static boolean isLaterOfEra(String later, String revision) {
        boolean sameEra = (Endpoint.of(later) == Endpoint.STATELESS) == (Endpoint.of(revision) == Endpoint.STATELESS);
        return sameEra && later.compareTo(revision) > 0;
    }

    private static Collection<List<String>> apart(List<String> revisions) {
        return revisions.stream().map(List::of).toList();
    }

    private static Collection<List<String>> byEndpoint(List<String> revisions) {
        return revisions.stream().collect(Collectors.groupingBy(Endpoint::of)).values();
    }

    /** Judges revisions one by one. */
    private static Vector judge(Fault fault, List<String> revisions, List<String> selection) {
        Vector vector = new Vector(Map.of());
        for (String revision : revisions) {
            vector = vector.and(judgeTogether(fault, List.of(revision), selection));
        }
        return vector;
    }

    /** Judges revisions of one endpoint. */
    private static Vector judgeTogether(Fault fault, List<String> revisions, List<String> selection) {
        List<String> options = new ArrayList<>(List.of("--revision", String.join(",", revisions), "--timeout", "4"));
        options.addAll(selection);
        try (Rig rig = fault.start()) {
            return Vector.of(Vector.judge(rig, rig.url(Endpoint.of(revisions.get(0))), options));
        }
    }

    private static List<String> everything(Fault fault) {
        return fault.isExclusive() ? only(fault.breaks()) : Chosen.options();
    }

    private static List<String> only(Set<String> requirements) {
        return List.of("--only", String.join(",", requirements));
    }
}
