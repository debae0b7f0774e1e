package dev.touchstone.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.catalogue.Breakage;
import dev.touchstone.report.page.SummaryPage;
import dev.touchstone.verdict.Baseline;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryPageTest {
    private static final Pattern ATTRIBUTE =
            Pattern.compile("<(\\w+)[^>]*? (href|src|srcset|data|action|poster)=\"([^\"]*)\"");

    @TempDir
    private Path folder;

    private String page(RunResult run) throws IOException {
        SummaryPage.write(run, SampleRun.decision(run), SampleRun.baseline(), folder);
        return Files.readString(folder.resolve("index.html"));
    }

    private static String article(String page, String id) {
        int from = page.indexOf("<article class=\"fail\" id=\"fail-" + id);
        return page.substring(from, page.indexOf("</article>", from));
    }

    @Test
    void nothing_from_the_server_becomes_markup() throws IOException {
        assertThat(page(SampleRun.faulty()))
                .doesNotContain("<script", "<img", "<b>", "<pre>Cannot", "\u001b", "\u202E", "\u202C", "\0", "\u0007")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "[U+001B][", "[U+202E]gnp.exe", "[U+D800]");
    }

    @Test
    void no_secret_is_on_the_page() throws IOException {
        assertThat(page(SampleRun.mixed())).doesNotContain(SampleRun.CANARY).contains("${TOKEN}");
    }

    @Test
    void nothing_is_loaded_from_elsewhere() throws IOException {
        String page = page(SampleRun.mixed());

        assertThat(ATTRIBUTE.matcher(page).results())
                .isNotEmpty()
                .allSatisfy(match -> assertThat(match.group(1)).isEqualTo("a"));
        assertThat(page).doesNotContain("@import", "url(", "<link", "<img", "<iframe");
    }

    @Test
    void every_link_within_the_page_has_its_goal_and_anchors_are_unique() throws IOException {
        String page = page(SampleRun.faulty());
        List<String> ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(Pattern.compile("href=\"#([^\"]+)\"")
                        .matcher(page)
                        .results()
                        .map((MatchResult match) -> match.group(1)))
                .isNotEmpty()
                .allSatisfy(goal -> assertThat(ids).contains(goal));
    }

    @Test
    void sections_come_in_the_order_of_the_questions() throws IOException {
        assertThat(page(SampleRun.faulty()))
                .containsSubsequence(
                        "http://localhost:3001/mcp</h1>",
                        "1.2.3",
                        "31 January 2026, 12:34 UTC",
                        "4.3 s",
                        "1.0.0-test",
                        "id=\"verdict\"",
                        "2025-11-25",
                        "2025-03-26",
                        "id=\"notes\"",
                        "id=\"areas\"",
                        "id=\"legend\"",
                        "id=\"faults\"",
                        "id=\"violations\"",
                        "id=\"recommendations\"",
                        "id=\"interop\"",
                        "id=\"undecided\"",
                        "id=\"not-applicable\"",
                        "id=\"passed\"",
                        "id=\"not-tested\"",
                        "href=\"results.json\"");
    }

    @Test
    void a_violation_shows_all_that_a_server_author_needs() throws IOException {
        RunResult run = SampleRun.mixed();
        Breakage breakage = run.catalogue().breakagesOf(SampleRun.VIOLATED).get(0);
        String article = article(page(run), SampleRun.VIOLATED);

        assertThat(article)
                .containsSubsequence("<dt>Expected</dt><dd>405</dd>", "<dt>Seen</dt><dd>404 text/html</dd>")
                .containsSubsequence("Clients that break", breakage.clients().get(0), "reported: ", "github.com")
                .containsSubsequence("Cause and repair", "Reproduce", "repro/" + SampleRun.VIOLATED + ".sh", "curl -sS")
                .containsSubsequence(
                        "Transcript, 2 exchanges", "Exchange 1", "HTTP/1.1 200", "Exchange 3", "HTTP/1.1 404")
                .contains("https://modelcontextprotocol.io/specification/2025-11-25/basic/transports")
                .contains("https://modelcontextprotocol.io/specification/2025-03-26/basic/transports")
                .contains("Accepted in the baseline: the gateway is replaced in spring (2025-03-26 only)");
    }

    @Test
    void the_same_finding_in_two_revisions_stands_once() throws IOException {
        assertThat(page(SampleRun.mixed())).containsOnlyOnce("<article class=\"fail\" id=\"fail-" + SampleRun.VIOLATED);
    }

    @Test
    void the_legend_defines_every_verdict_in_a_sentence() throws IOException {
        String page = page(SampleRun.conformant());
        String legend = page.substring(
                page.indexOf("<dl class=\"legend\">"), page.indexOf("</dl>", page.indexOf("<dl class=\"legend\">")));

        for (Verdict verdict : Verdict.values()) {
            assertThat(legend).containsPattern(verdict.words() + "</span></dt><dd>[A-Z][^<]+\\.</dd>");
        }
    }

    @Test
    void undecided_requirements_are_grouped_by_what_blocks_them() throws IOException {
        String page = page(SampleRun.undecided());

        assertThat(page)
                .containsOnlyOnce("<summary>Blocked by lifecycle.initialize.result ")
                .contains("Whether this server conforms was not decided.");
    }

    @Test
    void a_pass_shows_its_evidence() throws IOException {
        assertThat(page(SampleRun.conformant()))
                .contains("Seen: status 200; a result", "POST answered 200 application/json");
    }

    @Test
    void an_empty_baseline_accepts_nothing() throws IOException {
        RunResult run = SampleRun.mixed();
        SummaryPage.write(run, SampleRun.decision(run), Baseline.EMPTY, folder);

        assertThat(folder.resolve("index.html")).content().doesNotContain("Accepted in the baseline");
    }
}
