package dev.touchstone.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.wire.Json;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllureReportTest {
    private static final String NEWEST = "@2025-11-25";

    private final RunResult run = SampleRun.faulty();

    private Path folder = Path.of("");
    private String html = "";

    @BeforeAll
    void written(@TempDir Path temporary) throws IOException {
        folder = temporary;
        AllureReport.write(
                run, folder, folder.resolve("kept"), Map.of("BUILD_URL", "https://ci/7", "BUILD_NUMBER", "7"));
        html = Files.readString(folder.resolve(AllureReport.NAME));
    }

    @Test
    void nothing_in_the_report_names_an_analytics_service() {
        assertThat(html).doesNotContainIgnoringCase("googletagmanager", "google-analytics", "gtag(");
        Matcher embedded =
                Pattern.compile("data:text/javascript;base64,([A-Za-z0-9+/=]+)").matcher(html);
        assertThat(embedded.results())
                .isNotEmpty()
                .allSatisfy(script -> assertThat(decoded(script.group(1)))
                        .doesNotContainIgnoringCase("googletagmanager", "google-analytics"));
    }

    @Test
    void only_a_broken_must_is_red() throws IOException {
        assertThat(status(SampleRun.VIOLATED)).isEqualTo("failed");
        assertThat(status("session.missing-id.400")).isEqualTo("broken");
        assertThat(status("discovery.register.absent-survivable")).isEqualTo("broken");
        assertThat(status("lifecycle.version.echo-supported")).isEqualTo("broken");
        assertThat(status("session.terminated.404")).isEqualTo("unknown");
        assertThat(status("transport.get.headers-without-waiting")).isEqualTo("skipped");
        assertThat(status("transport.get.may-send")).isEqualTo("skipped");
        assertThat(status("transport.post.notification-202")).isEqualTo("passed");
    }

    @Test
    void every_result_but_a_pass_has_the_one_category_that_says_why() throws IOException {
        assertThat(category(SampleRun.VIOLATED)).isEqualTo("Violated");
        assertThat(category("session.missing-id.400")).isEqualTo("Recommendation not followed");
        assertThat(category("discovery.register.absent-survivable")).isEqualTo("Legal, yet breaks clients");
        assertThat(category("lifecycle.version.echo-supported")).isEqualTo("Fault of the suite");
        assertThat(category("session.terminated.404")).isEqualTo("Could not be decided");
        assertThat(category("transport.get.headers-without-waiting")).isEqualTo("Not applicable");
        assertThat(category("transport.get.may-send")).isEqualTo("Not tested");
    }

    @Test
    void the_page_of_an_outcome_is_where_other_pages_link_to() throws IOException {
        Outcome outcome = run.outcomes().get(0);
        String id = AllureReport.linkTo(outcome).replaceAll(".*/", "");

        assertThat(AllureReport.linkTo(outcome)).startsWith("allure/index.html#testresult/");
        assertThat(data("data/test-cases/" + id + ".json").get("fullName").asText())
                .isEqualTo(outcome.key());
    }

    @Test
    void a_page_shows_expected_seen_clause_and_exchanges() throws IOException {
        JsonNode page = page(SampleRun.VIOLATED);

        assertThat(page.get("name").asText())
                .isEqualTo(SampleRun.VIOLATED + " MUST A GET without a stream is answered 405 [2025-11-25]");
        assertThat(page.get("statusMessage").asText())
                .isEqualTo("Violated: MUST of MCP 2025-11-25\nExpected: 405\nSeen: 404 text/html");
        assertThat(page.at("/links/0/url").asText())
                .startsWith("https://modelcontextprotocol.io/specification/2025-11-25/");
        assertThat(page.at("/testStage/attachments")).hasSize(2);
    }

    @Test
    void what_a_server_sent_is_no_markup() throws IOException {
        assertThat(page("lifecycle.initialize.server-info").get("statusMessage").asText())
                .contains("&lt;script&gt;", "&lt;img src=x", "[U+202E]")
                .doesNotContain("<", "\u001b");
        assertThat(html).doesNotContain("onerror=");
    }

    @Test
    void there_is_a_result_for_each_outcome_and_each_untested_requirement() throws IOException {
        long untested = run.headlines().stream()
                .mapToLong(headline -> run.untested().stream()
                        .filter(requirement -> requirement.appliesTo(headline.revision()))
                        .count())
                .sum();

        assertThat(data("widgets/summary.json").at("/statistic/total").asLong())
                .isEqualTo(run.outcomes().size() + untested);
    }

    @Test
    void the_environment_names_server_and_target() throws IOException {
        Properties environment = new Properties();
        try (Reader in =
                Files.newBufferedReader(folder.resolve(AllureReport.RESULTS).resolve("environment.properties"))) {
            environment.load(in);
        }

        assertThat(environment)
                .containsEntry("Target", "http://localhost:3001/mcp")
                .containsKeys("Server", "Requests");
        assertThat(data("widgets/executors.json").at("/0/name").asText()).isEqualTo("Jenkins");
    }

    @Test
    void a_second_run_replaces_the_results_and_draws_the_trend(@TempDir Path other) throws IOException {
        Path history = other.resolve("history");
        for (int i = 0; i < 2; i++) {
            AllureReport.write(SampleRun.conformant(), other, history, Map.of());
        }

        JsonNode trend = Json.parse(Files.readAllBytes(history.resolve("history-trend.json")))
                .orElseThrow();
        assertThat(trend)
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.at("/data/failed").asInt()).isZero());
        assertThat(trend.at("/0/data/total")).isEqualTo(trend.at("/1/data/total"));
    }

    private String status(String requirement) throws IOException {
        return page(requirement).get("status").asText();
    }

    private String category(String requirement) throws IOException {
        JsonNode categories = page(requirement).at("/extra/categories");
        assertThat(categories).hasSize(1);
        return categories.at("/0/name").asText();
    }

    private JsonNode page(String requirement) throws IOException {
        return data("data/test-cases/" + AllureResult.idOf(requirement + NEWEST) + ".json");
    }

    private JsonNode data(String name) {
        Matcher matcher = Pattern.compile("d\\('" + Pattern.quote(name) + "','([^']*)'\\)")
                .matcher(html);
        assertThat(matcher.find()).as(name).isTrue();
        return Json.parse(decoded(matcher.group(1))).orElseThrow();
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
