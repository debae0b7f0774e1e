package dev.touchstone.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.wire.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Arguments that a tool wants to see in headers get there. */
class MirroredArgumentsTest {
    private final MirroredArguments mirrored = new MirroredArguments();

    @BeforeEach
    void learn() {
        mirrored.learn(json("""
                [{"name": "query", "inputSchema": {"type": "object", "properties": {
                    "region": {"type": "string", "x-mcp-header": "Region"},
                    "limit": {"type": "integer", "x-mcp-header": "Limit"},
                    "broken": {"type": "string", "x-mcp-header": "no token"},
                    "options": {"type": "object", "properties": {"dry": {"type": "boolean", "x-mcp-header": "Dry"}}}}}}]
                """));
    }

    private static JsonNode json(String text) {
        return Json.parse(text).orElseThrow();
    }

    private String headers(String params) {
        StringBuilder text = new StringBuilder();
        mirrored.of(json(params)).forEach(line -> text.append(line.name() + ": " + line.value() + "\n"));
        return text.toString();
    }

    @Test
    void annotated_arguments_are_repeated_at_any_depth() {
        String call = """
                {"name": "query", "arguments": {"region": "süd", "limit": 5, "broken": "x", "options": {"dry": true}}}
                """;

        assertThat(headers(call))
                .isEqualTo("Mcp-Param-Region: =?base64?c8O8ZA==?=\nMcp-Param-Limit: 5\nMcp-Param-Dry: true\n");
    }

    @Test
    void what_is_absent_or_no_plain_value_is_left_out() {
        assertThat(headers("{\"name\": \"query\", \"arguments\": {\"region\": null, \"limit\": {}}}"))
                .isEmpty();
        assertThat(headers("{\"name\": \"query\"}")).isEmpty();
        assertThat(headers("{\"name\": \"other\", \"arguments\": {\"region\": \"x\"}}"))
                .isEmpty();
    }
}
