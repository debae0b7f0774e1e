package dev.touchstone.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.reference.Fault.Endpoint;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong server runs, and still speaks HTTP. */
class FaultTest {

    private static final Map<String, Map<String, String>> SOUND = new ConcurrentHashMap<>();

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.touchstone.reference.Fault#all")
    void a_server_with_a_fault_answers_initialize_somehow(Fault fault) {
        try (Rig rig = fault.start()) {
            String revision = fault.revisions().stream()
                    .sorted()
                    .reduce((older, newer) -> newer)
                    .orElseThrow();
            TestClient client = new TestClient(rig.streamableUrl());
            TestClient admitted = rig.credential()
                    .map(key -> client.with(key.header(), key.value()))
                    .orElse(client);

            HttpResponse<String> answer = admitted.post(TestClient.initialize(revision));

            assertThat(answer.statusCode()).isIn(200, 403);
            if (fault.endpoint() == Endpoint.STREAMABLE) {
                assertThat(fault.revisions()).doesNotContain("2024-11-05");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.touchstone.reference.Fault#all")
    void a_fault_shows_on_the_wire(Fault fault) {
        assertThat(differences(fault)).isNotEmpty();
    }

    /** What a battery of exchanges sees otherwise than at the same server without the fault. */
    private static Set<String> differences(Fault fault) {
        String revision =
                fault.revisions().stream().max(Comparator.naturalOrder()).orElseThrow();
        Map<String, String> expected = SOUND.computeIfAbsent(guard(fault) + revision, key -> sound(fault, revision));
        Set<String> differing = new TreeSet<>();
        try (Rig wrong = fault.start()) {
            observed(wrong, revision).forEach((what, seen) -> note(what, seen, expected.get(what), differing));
        }
        return differing;
    }

    private static void note(String what, String seen, String expected, Set<String> differing) {
        if (!seen.equals(expected)) {
            differing.add(what);
        }
    }

    private static String guard(Fault fault) {
        Behaviour behaviour = fault.behaviour();
        return behaviour.credential() + " " + behaviour.publishesMetadata() + " ";
    }

    private static Map<String, String> sound(Fault fault, String revision) {
        Behaviour behaviour = fault.behaviour() instanceof Guarded guarded ? guarded.sound() : soundFor(fault);
        try (Rig right = Rig.of(behaviour)) {
            return observed(right, revision);
        }
    }

    private static Behaviour soundFor(Fault fault) {
        boolean guarded = fault.behaviour().credential().isPresent();
        return guarded ? Guarded.byKey(Behaviour.CONFORMING) : Behaviour.CONFORMING;
    }

    private static Map<String, String> observed(Rig rig, String revision) {
        return revision.equals("2024-11-05") ? Battery.againstLegacy(rig) : Battery.against(rig, revision);
    }

    @Test
    void the_battery_sees_the_same_on_two_sound_servers() {
        try (Rig one = Rig.of(Behaviour.CONFORMING);
                Rig other = Rig.of(Behaviour.CONFORMING)) {
            for (String revision : Set.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25")) {
                assertThat(observed(one, revision)).isEqualTo(observed(other, revision));
            }
        }
    }

    @Test
    void each_fault_has_a_requirement_and_a_name_of_its_own() {
        Set<String> requirements =
                Fault.all().stream().flatMap(fault -> fault.breaks().stream()).collect(Collectors.toSet());

        assertThat(Fault.all()).extracting(Fault::name).doesNotHaveDuplicates();
        assertThat(requirements).hasSameSizeAs(Fault.all());
    }
}
