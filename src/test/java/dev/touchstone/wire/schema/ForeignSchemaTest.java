package dev.touchstone.wire.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignSchemaTest {

    @Test
    void a_value_fits_or_does_not() {
        ForeignSchema schema = schema("{\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":\"^b+$\"}}}");

        assertThat(schema.problems(json("{\"a\":\"bb\"}")))
                .hasValueSatisfying(found -> assertThat(found).isEmpty());
        assertThat(schema.problems(json("{\"a\":\"c\"}")))
                .hasValueSatisfying(found -> assertThat(found).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', textBlock = """
            {"allOf":[{"$ref":"#"}]}                                 ; 1
            {"properties":{"a":{"pattern":"^(.*a){12}$"}}}           ; 60
            {"properties":{"a":{"pattern":"^(a|b)*$"}}}              ; 40000
            {"patternProperties":{"^(.*a){12}$":{"type":"object"}}} ; 60
            """)
    void a_schema_that_never_comes_to_an_end_is_unusable(String text, int length) {
        JsonNode value = Json.object().put("a", "a".repeat(length) + "!").put("a".repeat(length) + "!", "");

        assertThat(schema(text).problems(value)).isEmpty();
    }

    private static ForeignSchema schema(String text) {
        return ForeignSchema.of(json(text)).orElseThrow();
    }

    private static JsonNode json(String text) {
        return Json.parse(text).orElseThrow();
    }
}
