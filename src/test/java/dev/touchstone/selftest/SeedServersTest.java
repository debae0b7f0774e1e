package dev.touchstone.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.catalogue.Breakage;
import dev.touchstone.reference.Rig;
import dev.touchstone.reference.SeedServers;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The two field reports that the suite was asked for with: each fault is named, once, with the clients that break. */
class SeedServersTest {

    @Test
    void a_gateway_that_knows_only_post_gets_the_finding_that_its_tools_vanish() {
        try (Rig rig = SeedServers.POST_ONLY_GATEWAY.start()) {
            RunResult result = Vector.judge(rig, rig.streamableUrl(), List.of());

            Outcome finding = only(result, "transport.get.405-when-no-stream");
            assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(finding.seen()).contains("GET answered 404");
            assertThat(finding.requirement().hint()).contains("405");
            assertThat(result.breakagesOf(finding))
                    .flatExtracting(Breakage::clients)
                    .contains("Claude Code");
            assertThat(red(result))
                    .filteredOn(id -> id.startsWith("transport.get."))
                    .hasSize(1);
        }
    }

    @Test
    void a_server_without_initialize_gets_each_of_its_faults_named_once() {
        try (Rig rig = SeedServers.TOOLS_LIST_ONLY.start()) {
            RunResult result = Vector.judge(rig, rig.streamableUrl(), List.of());

            assertThat(red(result))
                    .contains(
                            "lifecycle.initialize.result",
                            "jsonrpc.request.id-types-accepted",
                            "discovery.register.absent-survivable",
                            "discovery.challenge.present");
            assertThat(only(result, "lifecycle.initialize.result").verdict()).isEqualTo(Verdict.FAIL);
            assertThat(only(result, "discovery.register.absent-survivable").verdict())
                    .isEqualTo(Verdict.INTEROP);
            assertThat(result.outcomes())
                    .hasSameSizeAs(new TreeSet<>(
                            result.outcomes().stream().map(Outcome::key).toList()));
        }
    }

    private static Outcome only(RunResult result, String requirement) {
        List<Outcome> outcomes = result.outcomes().stream()
                .filter(outcome -> outcome.requirement().id().equals(requirement))
                .toList();
        assertThat(outcomes).as(requirement).hasSize(1);
        return outcomes.get(0);
    }

    private static Set<String> red(RunResult result) {
        Set<String> red = new TreeSet<>();
        result.outcomes().stream()
                .filter(outcome -> Set.of(Verdict.FAIL, Verdict.WARN, Verdict.INTEROP, Verdict.ERROR)
                        .contains(outcome.verdict()))
                .forEach(outcome -> red.add(outcome.requirement().id()));
        return red;
    }
}
