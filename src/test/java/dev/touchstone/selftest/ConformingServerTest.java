package dev.touchstone.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.cli.Judging;
import dev.touchstone.demo.DemoServer;
import dev.touchstone.verdict.Verdict;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference server conforms, each time anew. */
class ConformingServerTest {
    private static final int RUNS = 10;

    @Test
    void every_verdict_on_the_conforming_server_is_the_expected_one() throws IOException {
        Golden golden = new Golden("conforming.tsv");
        List<String> lines = Conforming.VECTOR.verdicts().entrySet().stream()
                .map(entry -> entry.getKey() + "\t" + entry.getValue())
                .toList();
        golden.check("conforming", lines);
        golden.close();

        assertThat(Conforming.VECTOR.red()).isEmpty();
        assertThat(Conforming.VECTOR.verdicts()).doesNotContainValue(Verdict.INCONCLUSIVE);
    }

    @Test
    void ten_runs_in_a_row_give_the_same_verdicts() {
        try (DemoServer server = DemoServer.start()) {
            Vector first = Vector.of(Judging.judge(server.streamableUrl(), List.of()));
            for (int run = 1; run < RUNS; run++) {
                Vector next = Vector.of(Judging.judge(server.streamableUrl(), List.of()));
                assertThat(next.differencesFrom(first)).as("run %d", run + 1).isEmpty();
            }
        }
    }
}
