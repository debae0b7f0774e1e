package dev.touchstone.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.verdict.Baseline;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifFileTest {
    @TempDir
    Path folder;

    @Test
    void a_violation_is_an_error_at_the_target() throws IOException {
        JsonNode finding = finding(run(SampleRun.mixed()), SampleRun.VIOLATED);

        assertThat(finding.get("level").asText()).isEqualTo("error");
        assertThat(finding.at("/message/text").asText()).contains("Expected: 405", "Seen: 404 text/html");
        assertThat(finding.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("http://localhost:3001/mcp");
        assertThat(finding.at("/locations/0/logicalLocations/0/fullyQualifiedName")
                        .asText())
                .isEqualTo("MCP 2025-11-25/" + SampleRun.VIOLATED);
    }

    @Test
    void warnings_and_interop_findings_are_milder() throws IOException {
        JsonNode run = run(SampleRun.mixed());

        assertThat(finding(run, "session.missing-id.400").get("level").asText()).isEqualTo("warning");
        assertThat(finding(run, "discovery.register.absent-survivable")
                        .get("level")
                        .asText())
                .isEqualTo("note");
    }

    @Test
    void only_findings_are_results() throws IOException {
        RunResult sample = SampleRun.conformant();

        assertThat(run(sample).get("results")).isEmpty();
        assertThat(run(sample).at("/invocations/0/executionSuccessful").asBoolean())
                .isTrue();
    }

    @Test
    void a_fault_of_the_suite_is_a_notification() throws IOException {
        JsonNode invocation = run(SampleRun.faulty()).at("/invocations/0");

        assertThat(invocation.get("executionSuccessful").asBoolean()).isFalse();
        assertThat(invocation.get("toolExecutionNotifications")).hasSize(2);
    }

    @Test
    void every_result_names_its_rule_which_links_to_the_clause() throws IOException {
        JsonNode run = run(SampleRun.mixed());
        JsonNode rules = run.at("/tool/driver/rules");

        assertThat(run.get("results")).isNotEmpty().allSatisfy(finding -> {
            JsonNode rule = rules.get(finding.get("ruleIndex").asInt());
            assertThat(rule.get("id")).isEqualTo(finding.get("ruleId"));
            assertThat(rule.get("helpUri").asText()).startsWith("https://modelcontextprotocol.io/specification/2025-");
        });
    }

    @Test
    void fingerprints_are_stable_and_unique() throws IOException {
        JsonNode findings = run(SampleRun.mixed()).get("results");

        assertThat(findings)
                .extracting(finding -> finding.get("partialFingerprints"))
                .doesNotHaveDuplicates();
        assertThat(run(SampleRun.mixed()).get("results")).containsExactlyElementsOf(findings);
    }

    @Test
    void an_accepted_violation_is_suppressed() throws IOException {
        SarifFile.write(SampleRun.mixed(), SampleRun.baseline(), folder);
        JsonNode run = parsed();

        assertThat(StreamSupport.stream(run.get("results").spliterator(), false)
                        .filter(finding -> !finding.get("suppressions").isEmpty()))
                .singleElement()
                .satisfies(finding -> assertThat(
                                finding.at("/suppressions/0/justification").asText())
                        .contains("spring"));
    }

    private JsonNode run(RunResult result) throws IOException {
        SarifFile.write(result, Baseline.EMPTY, folder);
        return parsed();
    }

    private JsonNode parsed() throws IOException {
        return Json.parse(Files.readAllBytes(folder.resolve(SarifFile.NAME)))
                .orElseThrow()
                .at("/runs/0");
    }

    private static JsonNode finding(JsonNode run, String requirement) {
        return StreamSupport.stream(run.get("results").spliterator(), false)
                .filter(finding -> finding.get("ruleId").asText().equals(requirement))
                .findFirst()
                .orElseThrow();
    }
}
