package dev.touchstone.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.verdict.Baseline;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The summary, the badge, the transcript, and what they are written with. */
class SmallFilesTest {
    @TempDir
    Path folder;

    @Test
    void the_summary_begins_with_the_headlines_and_goes_on_with_the_violations() throws IOException {
        String summary = summary(SampleRun.mixed());

        assertThat(summary)
                .contains("| 2025-11-25 | **not conformant, 2 of ", "### Violations (2)")
                .contains(
                        "**transport.get.405-when-no-stream** MUST [2025-11-25, 2025-03-26](https://modelcontextprotocol.io/")
                .contains("  - Expected: 405\n  - Seen: 404 text/html\n  - Breaks ")
                .contains("The build fails:", "Not tested: ");
    }

    @Test
    void a_violation_is_called_accepted_if_the_baseline_accepts_it_in_every_revision() throws IOException {
        RunResult run = SampleRun.mixed();
        Baseline all = new Baseline(List.of(new Baseline.Entry(SampleRun.VIOLATED, "*", "known")));

        assertThat(summary(run, SampleRun.baseline())).doesNotContain("accepted by the baseline");
        assertThat(summary(run, all)).containsOnlyOnce("accepted by the baseline");
    }

    @Test
    void the_summary_takes_all_markup_out_of_effect() throws IOException {
        assertThat(summary(SampleRun.mixed()))
                .doesNotContain("<script", "\u001b", "\u202E", "\u0000", " `|")
                .contains("&lt;script&gt;alert\\(1\\)&lt;/script&gt; \\[U+001B\\]\\[31mred", "\\`\\|\\*\\_");
        assertThat(Markdown.line("see https://evil.example\n# and \\*more*", 80))
                .isEqualTo("see https\\://evil.example \\# and \\\\\\*more\\*");
    }

    @Test
    void a_conformant_run_has_a_short_summary() throws IOException {
        assertThat(summary(SampleRun.conformant()))
                .contains("The build may go on.", "**conformant, ")
                .doesNotContain("Violations", "<details>");
    }

    @Test
    void the_badge_says_what_the_newest_revision_got() throws Exception {
        assertThat(badge(SampleRun.conformant())).contains("MCP 2025-11-25: conformant", "#2e7d32");
        assertThat(badge(SampleRun.mixed())).contains("MCP 2025-11-25: 2 violations", "#c62828");
        assertThat(badge(SampleRun.undecided())).contains("MCP 2025-11-25: not tested", "#616161");
        assertThat(badge(SampleRun.faulty())).contains("MCP 2025-11-25: not judged", "#616161");
    }

    @Test
    void the_transcript_has_every_exchange_on_a_line_of_its_own() throws IOException {
        RunResult run = SampleRun.mixed();
        List<JsonNode> lines = transcript(run);

        assertThat(lines).hasSameSizeAs(run.transcript().all()).allSatisfy(line -> {
            assertThat(line.get("request").get("url").asText()).startsWith("http://localhost:3001");
            assertThat(line.get("response").isNull())
                    .isNotEqualTo(line.get("failure").isNull());
        });
        assertThat(lines.get(3).at("/failure/kind").asText()).isEqualTo("TIMEOUT");
    }

    @Test
    void headers_keep_their_order_and_case_in_the_transcript() throws IOException {
        assertThat(transcript(SampleRun.mixed()).get(0).at("/response/headers"))
                .extracting(line -> line.get(0).asText())
                .containsSubsequence("Content-Type", "X-Odd", "x-odd");
    }

    @Test
    void bodies_that_are_no_text_are_in_base64() throws IOException {
        RunResult run = SampleRun.mixed();
        JsonNode response = transcript(run).get(5).get("response");

        assertThat(response.get("base64").asBoolean()).isTrue();
        assertThat(Base64.getDecoder().decode(response.get("body").asText()))
                .isEqualTo(run.transcript().find(6).orElseThrow().body());
    }

    @Test
    void a_file_that_cannot_be_written_leaves_the_earlier_one_whole() throws IOException {
        Path file = folder.resolve("file");
        AtomicFile.write(file, "whole");

        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write('h');
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(file).hasContent("whole");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void strings_are_fitted_into_lines_and_files() {
        assertThat(Printable.wellFormed("a\uD800b😀")).isEqualTo("a\uFFFDb😀");
        assertThat(Printable.line("a\n  b😀c", 4)).isEqualTo("a b…");
        assertThat(Xml.escaped("<a>&\u0000\uFFFE")).isEqualTo("&lt;a&gt;&amp;[U+0000]\uFFFD");
    }

    private String summary(RunResult run) throws IOException {
        return summary(run, SampleRun.baseline());
    }

    private String summary(RunResult run, Baseline baseline) throws IOException {
        SummaryMarkdown.write(run, SampleRun.decision(run), baseline, folder);
        return Files.readString(folder.resolve(SummaryMarkdown.NAME));
    }

    private String badge(RunResult run) throws Exception {
        Badge.write(run, folder);
        Path file = folder.resolve(Badge.NAME);
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        return Files.readString(file);
    }

    private List<JsonNode> transcript(RunResult run) throws IOException {
        TranscriptFile.write(run, folder);
        return Files.readAllLines(folder.resolve(TranscriptFile.NAME)).stream()
                .map(line -> Json.parse(line).orElseThrow())
                .toList();
    }
}
