package dev.touchstone.wire.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Says in plain words what a schema asks for. */
final class SchemaWords {
    /** The keyword of ours that says what a schema asks for where its other keywords would not be understood. */
    static final String EXPECTED = "x-expected";

    private static final Map<String, String> TYPES = Map.of(
            "string", "a string",
            "integer", "an integer",
            "number", "a number",
            "boolean", "a boolean",
            "object", "an object",
            "array", "an array",
            "null", "null");
    private static final Map<String, String> LIMITS = Map.of(
            "minimum", "at least",
            "maximum", "at most",
            "minLength", "a length of at least",
            "maxLength", "a length of at most",
            "minItems", "at least this many items:",
            "exclusiveMinimum", "more than",
            "pattern", "a string that matches");

    private SchemaWords() {}

    /** What one keyword with its value asks for. */
    static String of(String keyword, JsonNode value) {
        return switch (keyword) {
            case "type" -> types(value);
            case "const" -> Json.write(value);
            case "enum" -> "one of " + each(value, Json::write, ", ");
            case "format" -> "a string of the format " + value.asText();
            case "uniqueItems" -> "no item twice";
            default ->
                LIMITS.containsKey(keyword)
                        ? LIMITS.get(keyword) + " " + Shown.of(value)
                        : "what the keyword " + keyword + " asks for";
        };
    }

    /** What a schema asks for by the first of its keywords that says it; "something" where none does. */
    static String ofSchema(JsonNode schema) {
        if (schema.has(EXPECTED)) {
            return schema.path(EXPECTED).asText();
        }
        for (String keyword : List.of("const", "enum", "type")) {
            if (schema.has(keyword)) {
                return of(keyword, schema.path(keyword));
            }
        }
        return "something";
    }

    private static String types(JsonNode value) {
        if (!(value instanceof ArrayNode several)) {
            return TYPES.getOrDefault(value.asText(), value.asText());
        }
        List<String> words = new ArrayList<>();
        several.forEach(type -> words.add(types(type)));
        String last = words.remove(words.size() - 1);
        return words.isEmpty() ? last : String.join(", ", words) + " or " + last;
    }

    private static String each(JsonNode values, Function<JsonNode, String> words, String between) {
        return StreamSupport.stream(values.spliterator(), false).map(words).collect(Collectors.joining(between));
    }
}
