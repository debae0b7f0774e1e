package dev.touchstone.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reference.Fault;
import dev.touchstone.reference.Rig;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong about credentials shows over HTTP+SSE, too. */
class CredentialsOverSseTest {

    @ParameterizedTest
    @ValueSource(strings = {"ANY_VALUE_ACCEPTED", "ONLY_CALLS_PROTECTED", "REFUSED_WITH_400"})
    void a_fault_of_credentials_turns_its_requirement_red(String name) {
        Fault fault = Fault.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        try (Rig rig = fault.start()) {
            Vector vector = Vector.of(Vector.judge(rig, rig.sseUrl(), List.of("--only", "credentials")));

            assertThat(vector.red())
                    .isEqualTo(fault.breaks().stream()
                            .map(id -> id + "@2024-11-05")
                            .collect(Collectors.toSet()));
        }
    }
}
