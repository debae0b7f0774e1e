package dev.touchstone.wire.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.wire.Json;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MetaSchemasTest {

    @ParameterizedTest
    @EnumSource
    void a_schema_without_fault_has_none_in_any_dialect(SchemaDialect dialect) {
        JsonNode schema = json("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": [\"string\", \"null\"]}},"
                + " \"required\": [\"a\"], \"additionalProperties\": false}");

        assertThat(MetaSchemas.violations(dialect, schema)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_type_that_does_not_exist_is_found_in_every_dialect(SchemaDialect dialect) {
        JsonNode schema = json("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"text\"}}}");

        assertThat(MetaSchemas.violations(dialect, schema))
                .extracting(Violation::pointer)
                .containsExactly("/properties/a/type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"properties": {"a": "string"}}                 | DRAFT_2020_12 | /properties/a
            {"required": "a"}                               | DRAFT_2020_12 | /required
            {"required": [1]}                               | DRAFT_07      | /required/0
            {"items": [{"type": "string"}]}                 | DRAFT_2020_12 | /items
            {"required": []}                                | DRAFT_04      | /required
            {"exclusiveMinimum": true}                      | DRAFT_07      | /exclusiveMinimum
            {"properties": {"a": {"$ref": "#/$defs/none"}}} | DRAFT_2020_12 | /properties/a/$ref
            """)
    void each_dialect_has_rules_of_its_own(String schema, SchemaDialect dialect, String pointer) {
        assertThat(MetaSchemas.violations(dialect, json(schema)))
                .extracting(Violation::pointer)
                .contains(pointer);
    }

    @Test
    void what_one_dialect_forbids_another_may_allow() {
        assertThat(MetaSchemas.violations(SchemaDialect.DRAFT_07, json("{\"items\": [{}]}")))
                .isEmpty();
        assertThat(MetaSchemas.violations(SchemaDialect.DRAFT_04, json("{\"exclusiveMinimum\": true, \"minimum\": 1}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://json-schema.org/draft-07/schema#, DRAFT_07",
        "https://json-schema.org/draft/2020-12/schema, DRAFT_2020_12",
        "http://json-schema.org/draft-04/schema, DRAFT_04"
    })
    void the_dialect_is_the_one_that_is_named(String uri, SchemaDialect dialect) {
        assertThat(SchemaDialect.of(Json.object().put("$schema", uri))).contains(dialect);
    }

    @Test
    void without_a_name_it_is_the_newest_and_an_unknown_name_is_none() {
        assertThat(SchemaDialect.of(Json.object())).contains(SchemaDialect.DRAFT_2020_12);
        assertThat(SchemaDialect.of(Json.object().put("$schema", "https://example.com/dialect")))
                .isEmpty();
    }

    @Test
    void nothing_that_a_schema_refers_to_is_fetched_and_no_pattern_is_run() {
        JsonNode hostile = json(
                "{\"$id\": \"http://127.0.0.1:1/x\", \"$ref\": \"http://127.0.0.1:1/y\","
                        + " \"properties\": {\"a\": {\"pattern\": \"(a+)+$\", \"default\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"}}}");

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(MetaSchemas.violations(SchemaDialect.DRAFT_2020_12, hostile))
                        .isEmpty());
    }

    @Test
    void a_reference_inside_of_data_is_no_reference() {
        JsonNode schema = json("{\"default\": {\"$ref\": \"#/nowhere\"}, \"properties\": {\"$ref\": {}}}");

        assertThat(MetaSchemas.violations(SchemaDialect.DRAFT_2020_12, schema)).isEmpty();
    }

    @Test
    void what_is_too_deep_or_too_large_is_not_judged() {
        JsonNode deep = Json.object();
        for (int i = 0; i < MetaSchemas.MOST_LEVELS; i++) {
            deep = Json.object().set("items", deep);
        }
        ObjectNode large = Json.object();
        for (int i = 0; i < MetaSchemas.MOST_VALUES; i++) {
            large.withArrayProperty("enum").add(i);
        }

        for (JsonNode schema : List.of(deep, large)) {
            assertThat(MetaSchemas.judgeable(schema)).isFalse();
            assertThatThrownBy(() -> MetaSchemas.violations(SchemaDialect.DRAFT_2020_12, schema))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static JsonNode json(String text) {
        return Json.parse(text).orElseThrow();
    }
}
