package dev.touchstone.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConsoleSummaryTest {
    private static final Path REPORT = Path.of("reports", "latest", "index.html");

    private final RunResult run = SampleRun.mixed();

    private static String text(RunResult run) {
        return ConsoleSummary.text(run, SampleRun.decision(run), SampleRun.baseline(), REPORT);
    }

    private static List<String> violations(String text) {
        return Stream.of(text.split("\n\n"))
                .filter(block -> block.contains("\n  Expected"))
                .toList();
    }

    @Test
    void a_violation_takes_eight_lines_at_most() {
        assertThat(violations(text(run)))
                .hasSize(2)
                .allSatisfy(block -> assertThat(block.lines()).hasSizeLessThanOrEqualTo(8));
    }

    @Test
    void a_violation_shows_what_where_who_and_how() {
        assertThat(violations(text(run)).get(1).lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo(SampleRun.VIOLATED + "  MUST  2025-11-25, 2025-03-26"),
                        line -> assertThat(line).isEqualTo("  Expected  405"),
                        line -> assertThat(line).isEqualTo("  Seen      404 text/html"),
                        line -> assertThat(line).contains("Breaks    Claude Code, Cursor"),
                        line -> assertThat(line).contains("Hint      Register GET"),
                        line -> assertThat(line)
                                .contains("Clause    https://modelcontextprotocol.io/specification/2025-11-25/"),
                        line -> assertThat(line).contains("Repeat    repro/" + SampleRun.VIOLATED + ".sh"));
    }

    @Test
    void headlines_come_first_and_the_report_last() {
        assertThat(text(run))
                .containsSubsequence(
                        "http://localhost:3001/mcp",
                        "2025-11-25  not conformant",
                        "2025-03-26  not conformant",
                        SampleRun.VIOLATED,
                        "2 violated, 2 could not be decided",
                        "The build fails: ",
                        "Report  " + REPORT);
    }

    @Test
    void the_server_cannot_command_the_terminal() {
        String text = text(SampleRun.faulty());

        assertThat(text).contains("[U+001B][31mred").doesNotContainPattern("[\\p{Cntrl}\\p{Cf}&&[^\n]]");
    }

    @Test
    void faults_with_one_cause_stand_once() {
        assertThat(text(SampleRun.faulty())).containsOnlyOnce("fault of the suite, 2 times: NullPointerException");
    }

    @Test
    void a_log_gets_a_line_from_time_to_time_and_each_violation() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Progress progress = new Progress(
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                run.outcomes().size(),
                false);

        run.outcomes().forEach(progress);

        String log = bytes.toString(StandardCharsets.UTF_8);
        assertThat(log).doesNotContain("\r").contains("violated  " + SampleRun.VIOLATED + "  2025-11-25\n");
        assertThat(log.lines().filter(line -> line.contains(" verdicts, "))).hasSizeBetween(10, 12);
        assertThat(log)
                .endsWith("%1$d of %1$d verdicts, 4 violated\n"
                        .formatted(run.outcomes().size()));
    }

    @Test
    void a_terminal_gets_one_line_that_moves() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Progress progress = new Progress(new PrintStream(bytes, true, StandardCharsets.UTF_8), 2, true);

        run.outcomes().stream()
                .filter((Outcome outcome) -> outcome.verdict() == Verdict.PASS)
                .limit(2)
                .forEach(progress);

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r1 of 2 verdicts, 0 violated\r2 of 2 verdicts, 0 violated" + System.lineSeparator());
    }
}
