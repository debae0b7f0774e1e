package dev.touchstone.checks.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Finding;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.schema.SchemaDialect;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolSchemaTest {
    private static final Function<JsonNode, List<SchemaDialect>> BY_DEFAULT =
            schema -> SchemaDialect.of(schema).stream().toList();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"properties\": {\"pair\": {\"items\": [{\"type\": \"string\"}]}}}",
                "{\"properties\": {\"size\": {\"maximum\": 5, \"exclusiveMaximum\": true}}}"
            })
    void what_an_older_dialect_allows_is_valid_only_where_no_default_is_laid_down(String schema) {
        assertThat(problems(schema, SchemaDialect::possible, true)).isZero();
        assertThat(problems(schema, BY_DEFAULT, true)).isPositive();
    }

    @Test
    void a_named_dialect_counts_alone() {
        String schema = "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"items\": [{}]}";

        assertThat(problems(schema, SchemaDialect::possible, true)).isPositive();
    }

    @Test
    void what_no_dialect_allows_is_named_as_2020_12_has_it() {
        List<Finding> findings =
                judged("{\"properties\": {\"a\": {\"type\": \"text\"}}}", SchemaDialect::possible, true);

        assertThat(findings)
                .singleElement()
                .extracting(Finding::seen)
                .asString()
                .isEqualTo("tool \"t\" outputSchema /properties/a/type is \"text\"");
    }

    @Test
    void the_type_at_the_root_is_left_to_others_that_judge_it() {
        assertThat(problems("{\"type\": \"map\"}", BY_DEFAULT, true)).isZero();
        assertThat(problems("{\"type\": \"map\"}", BY_DEFAULT, false)).isPositive();
    }

    @Test
    void nothing_is_told_of_schemas_in_an_unknown_dialect() {
        assertThatThrownBy(() -> problems("{\"$schema\": \"https://example.com/own\"}", SchemaDialect::possible, true))
                .isInstanceOf(Inconclusive.class)
                .hasMessageContaining("is of an unknown dialect");
    }

    private static int problems(
            String schema, Function<JsonNode, List<SchemaDialect>> dialects, boolean outputsAreObjects) {
        return judged(schema, dialects, outputsAreObjects).size();
    }

    private static List<Finding> judged(
            String schema, Function<JsonNode, List<SchemaDialect>> dialects, boolean outputsAreObjects) {
        JsonNode tool = Json.parse("{\"name\": \"t\", \"outputSchema\": " + schema + "}")
                .orElseThrow();
        Expect expect = new Expect();
        ToolSchema.judge(ToolSchema.of(List.of(tool)), dialects, outputsAreObjects, expect);
        return expect.findings();
    }
}
