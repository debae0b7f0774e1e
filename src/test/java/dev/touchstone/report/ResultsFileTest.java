package dev.touchstone.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import dev.touchstone.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsFileTest {
    @TempDir
    Path folder;

    @Test
    void it_follows_its_schema_for_every_kind_of_run() throws IOException {
        for (RunResult run :
                List.of(SampleRun.mixed(), SampleRun.faulty(), SampleRun.conformant(), SampleRun.undecided())) {
            assertThat(faults(written(run))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/complete", "/outcomes/0/verdict", "/outcomes/0/exchanges", "/revisions/0/counts/FAIL"})
    void its_schema_is_strict_about_missing_members(String pointer) throws IOException {
        JsonNode root = written(SampleRun.mixed());
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) root.at(pointer.substring(0, last))).remove(pointer.substring(last + 1));

        assertThat(faults(root)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/target", "/run", "/outcomes/0", "/untested/0", "/decision"})
    void its_schema_is_strict_about_further_members(String pointer) throws IOException {
        JsonNode root = written(SampleRun.mixed());
        ((ObjectNode) root.at(pointer)).put("more", 1);

        assertThat(faults(root)).isNotEmpty();
    }

    @Test
    void a_failing_decision_needs_reasons() throws IOException {
        JsonNode root = written(SampleRun.mixed());
        ((ObjectNode) root.get("decision")).put("passed", true);

        assertThat(faults(root)).isNotEmpty();
    }

    @Test
    void it_has_each_outcome_once_and_in_order() throws IOException {
        RunResult run = SampleRun.mixed();

        assertThat(written(run).get("outcomes"))
                .extracting(outcome -> outcome.get("requirement").asText() + "@"
                        + outcome.get("revision").asText())
                .containsExactlyElementsOf(
                        run.outcomes().stream().map(Outcome::key).toList());
    }

    @Test
    void two_writings_of_a_run_are_the_same_bytes() throws IOException {
        written(SampleRun.mixed());
        byte[] first = Files.readAllBytes(folder.resolve(ResultsFile.NAME));
        written(SampleRun.mixed());

        assertThat(folder.resolve(ResultsFile.NAME)).hasBinaryContent(first);
    }

    @Test
    void its_last_member_says_that_it_is_complete() throws IOException {
        assertThat(written(SampleRun.mixed()).fieldNames()).toIterable().last().isEqualTo("complete");
    }

    @Test
    void the_verdicts_can_be_read_back() throws IOException {
        RunResult run = SampleRun.mixed();
        written(run);

        assertThat(ResultsReader.verdicts(folder.resolve(ResultsFile.NAME)))
                .hasSameSizeAs(run.outcomes())
                .containsEntry(SampleRun.VIOLATED + "@2025-11-25", Verdict.FAIL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 1000, 20_000})
    void a_file_that_was_cut_off_is_refused(int length) throws IOException {
        written(SampleRun.mixed());
        Path file = folder.resolve(ResultsFile.NAME);
        Files.writeString(file, Files.readString(file).substring(0, length));

        assertThatThrownBy(() -> ResultsReader.verdicts(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut short");
    }

    @Test
    void a_file_without_its_footer_is_refused() throws IOException {
        ObjectNode root = (ObjectNode) written(SampleRun.mixed());
        root.remove("complete");
        Path file = Files.writeString(folder.resolve("cut.json"), Json.pretty(root));

        assertThatThrownBy(() -> ResultsReader.verdicts(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is incomplete")
                .hasMessageContaining("cut.json");
    }

    @Test
    void another_file_is_refused() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{\"schemaVersion\": 2, \"complete\": true}");

        assertThatThrownBy(() -> ResultsReader.verdicts(other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("but of 2");
    }

    private JsonNode written(RunResult run) throws IOException {
        ResultsFile.write(run, SampleRun.decision(run), folder);
        return Json.parse(Files.readAllBytes(folder.resolve(ResultsFile.NAME))).orElseThrow();
    }

    private static Set<ValidationMessage> faults(JsonNode root) throws IOException {
        try (InputStream in = ResultsFileTest.class.getResourceAsStream("/suites/schema/results.json")) {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Objects.requireNonNull(in));
            return schema.validate(root);
        }
    }
}
