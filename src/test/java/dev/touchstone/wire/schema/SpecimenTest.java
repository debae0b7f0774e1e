package dev.touchstone.wire.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.touchstone.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecimenTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"type":"object"} | {}
                    {"type":"object","properties":{"a":{"type":"string"}}} | {}
                    {"type":"object","properties":{"a":{"type":"string"}},"required":["a"]} | {"a":"touchstone"}
                    {"type":"object","properties":{"a":{"type":"integer","minimum":7}},"required":["a"]} | {"a":7}
                    {"type":"object","properties":{"a":{"type":"integer","maximum":-3}},"required":["a"]} | {"a":-3}
                    {"type":"object","properties":{"a":{"type":"number","exclusiveMinimum":7.5}},"required":["a"]} | {"a":8}
                    {"type":"object","properties":{"a":{"type":"integer","multipleOf":5}},"required":["a"]} | {"a":5}
                    {"type":"object","properties":{"a":{"type":"string","enum":["x","y"]}},"required":["a"]} | {"a":"x"}
                    {"type":"object","properties":{"a":{"type":"string","default":"d"}},"required":["a"]} | {"a":"d"}
                    {"type":"object","properties":{"a":{"type":"string","maxLength":3}},"required":["a"]} | {"a":"tou"}
                    {"type":"object","properties":{"a":{"type":"string","minLength":12}},"required":["a"]} | {"a":"touchstoneee"}
                    {"type":"object","properties":{"a":{"type":"array","items":{"type":"boolean"},"minItems":1}},"required":["a"]} | {"a":[false]}
                    {"type":"object","properties":{"a":{"anyOf":[{"type":"integer"},{"type":"null"}]}},"required":["a"]} | {"a":1}
                    {"type":"object","properties":{"a":{"$ref":"#/$defs/b"}},"required":["a"],"$defs":{"b":{"const":4}}} | {"a":4}
                    {"type":"object","properties":{"a":{"$ref":"#/$defs/b%20c"}},"required":["a"],"$defs":{"b c":{"const":4}}} | {"a":4}
                    {"type":"object","properties":{"a":{"$ref":"#item"}},"required":["a"],"$defs":{"b":{"$anchor":"item","type":"string"}}} | {"a":"touchstone"}
                    {"type":"object","properties":{"a":{"type":"string"}},"required":["a","a"]} | {"a":"touchstone"}
                    {"type":"object","properties":{"a":{"type":"object","properties":{"b":{"type":"boolean"}},"required":["b"]}},"required":["a"]} | {"a":{"b":false}}
                    {"type":"object","properties":{"a":{"type":"string","minLength":10,"maxLength":10}},"required":["a"]} | {"a":"touchstone"}
                    {"type":"object","properties":{"a":{"type":"string","maxLength":0}},"required":["a"]} | {"a":""}
                    {"type":"object","properties":{"a":{"type":"integer","minimum":1,"maximum":1}},"required":["a"]} | {"a":1}
                    {"type":"object","properties":{"a":{"properties":{"b":{"const":1}},"required":["b"]}},"required":["a"]} | {"a":{"b":1}}
                    {"type":"object","properties":{"a":{"allOf":[{"type":"object","properties":{"b":{"const":1}},"required":["b"]}]}},"required":["a"]} | {"a":{"b":1}}
                    {"type":"object","properties":{"a":{}},"required":["a"]} | {"a":"touchstone"}
                    {"type":"object","allOf":[{"type":"object","properties":{"a":{"type":"null"}},"required":["a"]}]} | {"a":null}
                    """)
    void is_small_and_fits(String schema, String expected) {
        var node = Json.parse(schema).orElseThrow();
        var specimen = Specimen.of(node);

        assertThat(specimen).isEqualTo(Json.parse(expected).orElseThrow());
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(node)
                        .validate(specimen))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"type":"object","properties":{"a":{"$ref":"#/properties/a"}},"required":["a"]}
                    {"type":"object","properties":{"a":{"$ref":"#"}},"required":["a"]}
                    {"type":"object","properties":{"a":{"type":"string","minLength":2000000000}},"required":["a"]}
                    {"type":"object","properties":{"a":{"type":"array","minItems":2000000000}},"required":["a"]}
                    {"type":"object","required":"a","properties":5}
                    {"type":"object","properties":{"a":{"type":"number","maximum":-1e400}},"required":["a"]}
                    {"type":"object","properties":{"a":{"type":"integer","minimum":1e400}},"required":["a"]}
                    true
                    []
                    """)
    void a_hostile_schema_costs_little(String schema) {
        assertThat(Specimen.of(Json.parse(schema).orElseThrow()).toString()).hasSizeLessThan(10_000);
    }

    @Test
    void a_schema_that_repeats_itself_costs_little() {
        ObjectNode schema = Json.object().put("type", "object");
        for (int i = 0; i < 80; i++) {
            schema.withArray("/required").add("a" + i);
            schema.withObject("/properties/a" + i).put("$ref", "#");
        }

        assertThat(Specimen.of(schema).toString()).hasSizeLessThan(100_000);
    }
}
