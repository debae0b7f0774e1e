package dev.touchstone.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.reference.Fault;
import dev.touchstone.reference.OddServer;
import dev.touchstone.reference.OddStatelessServer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed verdicts are about servers and requirements that there are, and about all of these servers. */
class GoldenTest {

    @Test
    void every_fault_has_a_section_and_every_section_a_fault() throws IOException {
        List<String> faults = Fault.all().stream().map(Fault::name).toList();

        assertThat(faults)
                .as("names of faults, by which their sections are found")
                .doesNotHaveDuplicates();
        assertThat(new Golden("faults.tsv").names()).containsExactlyInAnyOrderElementsOf(faults);
    }

    @Test
    void every_odd_server_has_a_section_and_every_section_an_odd_server() throws IOException {
        List<String> servers = Stream.of(OddServer.values(), OddStatelessServer.values())
                .flatMap(Arrays::stream)
                .map(Enum::name)
                .toList();

        assertThat(servers)
                .as("names of odd servers, by which their sections are found")
                .doesNotHaveDuplicates();
        assertThat(new Golden("odd.tsv").names()).containsExactlyInAnyOrderElementsOf(servers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"faults.tsv", "odd.tsv"})
    void every_line_is_about_a_requirement_with_a_check(String file) throws IOException {
        Set<String> tested = Catalogue.load().requirements().stream()
                .filter(Requirement::tested)
                .flatMap(requirement ->
                        requirement.revisions().stream().map(revision -> requirement.id() + "@" + revision))
                .collect(Collectors.toSet());

        assertThat(new Golden(file).lines().map(line -> line.split("\t", 2)[0])).isSubsetOf(tested);
    }
}
