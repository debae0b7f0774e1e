package dev.touchstone.wire.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.touchstone.wire.Json;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes a small value that a JSON Schema should accept: given values where there are any, only what is required. A schema
 * that is too large or too deep to be judged is not looked at.
 */
public final class Specimen {
    private static final int DEEPEST = 8;
    private static final int LONGEST = 1000;

    /** No specimen is made of more values than these, whatever a schema repeats. */
    private static final int MOST_VALUES = 1000;

    private static final String TEXT = "touchstone";
    private static final Map<String, String> FORMATS = Map.of(
            "date", "2025-01-31",
            "date-time", "2025-01-31T12:00:00Z",
            "time", "12:00:00Z",
            "duration", "P1D",
            "email", "touchstone@example.com",
            "uri", "https://example.com/",
            "url", "https://example.com/",
            "hostname", "example.com",
            "ipv4", "192.0.2.1",
            "uuid", "6fa459ea-ee8a-4ca4-894e-db77e160355e");

    private static final Map<String, Supplier<JsonNode>> MISTYPED = Map.of(
            "string", () -> Json.object().put("not", "a string"),
            "integer", () -> TextNode.valueOf("not a number"),
            "number", () -> TextNode.valueOf("not a number"),
            "boolean", () -> Json.object().put("not", "a boolean"),
            "object", () -> IntNode.valueOf(5),
            "array", () -> IntNode.valueOf(5));

    private final JsonNode root;
    private int left = MOST_VALUES;

    private Specimen(JsonNode root) {
        this.root = root;
    }

    /** Arguments for an input schema: an object, whatever the schema says. */
    public static ObjectNode of(JsonNode schema) {
        boolean small = MetaSchemas.judgeable(schema);
        return small && new Specimen(schema).value(schema, 0) instanceof ObjectNode object ? object : Json.object();
    }

    /** Whether there is a value that is certainly not of a type, and that no lenient reader would convert to it. */
    public static boolean isMistypable(String type) {
        return MISTYPED.containsKey(type);
    }

    /** A value that is certainly not of a type. */
    public static JsonNode mistyped(String type) {
        return Optional.ofNullable(MISTYPED.get(type)).orElseThrow().get();
    }

    private JsonNode value(JsonNode schema, int depth) {
        left--;
        if (depth > DEEPEST || left < 0) {
            return NullNode.getInstance();
        }
        for (String given : List.of("const", "default")) {
            if (schema.has(given)) {
                return copy(schema.get(given));
            }
        }
        for (String given : List.of("examples", "enum")) {
            if (schema.path(given).isArray() && !schema.path(given).isEmpty()) {
                return copy(schema.path(given).get(0));
            }
        }
        Optional<JsonNode> meant = MetaSchemas.referred(root, schema.path("$ref"));
        if (meant.isPresent()) {
            return value(meant.get(), depth + 1);
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            if (schema.path(choice).isArray() && !schema.has("properties")) {
                return value(schema.path(choice).path(0), depth + 1);
            }
        }
        return ofType(schema, depth);
    }

    private JsonNode copy(JsonNode given) {
        left -= MetaSchemas.size(given);
        return left < 0 ? NullNode.getInstance() : given.deepCopy();
    }

    private JsonNode ofType(JsonNode schema, int depth) {
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.path(0).asText() : type.asText()) {
            case "string" -> TextNode.valueOf(text(schema));
            case "integer", "number" -> number(schema);
            case "boolean" -> BooleanNode.FALSE;
            case "null" -> NullNode.getInstance();
            case "array" -> array(schema, depth);
            case "object" -> object(schema, depth);
            default -> schema.has("properties") || schema.has("allOf") ? object(schema, depth) : TextNode.valueOf(TEXT);
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = Json.object();
        for (JsonNode part : schema.path("allOf")) {
            if (value(part, depth + 1) instanceof ObjectNode members) {
                object.setAll(members);
            }
        }
        for (String name : required(schema)) {
            object.set(name, value(schema.path("properties").path(name), depth + 1));
        }
        return object;
    }

    private static Set<String> required(JsonNode schema) {
        Set<String> names = new LinkedHashSet<>();
        schema.path("required").forEach(name -> names.add(name.asText()));
        return names;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = Json.object().arrayNode();
        int least = Math.min(schema.path("minItems").asInt(0), DEEPEST);
        for (int i = 0; i < least; i++) {
            array.add(value(schema.path("items"), depth + 1));
        }
        return array;
    }

    private static String text(JsonNode schema) {
        String text = FORMATS.getOrDefault(schema.path("format").asText(), TEXT);
        int least = Math.min(schema.path("minLength").asInt(0), LONGEST);
        int most = schema.path("maxLength").asInt(LONGEST);
        String padded = text.length() < least ? text + "e".repeat(least - text.length()) : text;
        return padded.length() > most && most >= 0 ? padded.substring(0, most) : padded;
    }

    private static JsonNode number(JsonNode schema) {
        int step = Math.max(1, schema.path("multipleOf").asInt(1));
        long value = step;
        if (schema.has("minimum")) {
            value = Math.max(value, (long) Math.ceil(schema.path("minimum").asDouble()));
        }
        if (schema.path("exclusiveMinimum").isNumber()) {
            value = Math.max(
                    value, (long) Math.floor(schema.path("exclusiveMinimum").asDouble()) + 1);
        }
        value = (value + step - 1) / step * step;
        double most =
                schema.path("maximum").asDouble(schema.path("exclusiveMaximum").asDouble(Double.MAX_VALUE));
        if (value <= most) {
            return value == (int) value ? IntNode.valueOf((int) value) : DecimalNode.valueOf(BigDecimal.valueOf(value));
        }
        boolean whole = !Double.isFinite(most) || schema.path("type").asText().equals("integer");
        return whole ? IntNode.valueOf((int) Math.floor(most)) : DecimalNode.valueOf(BigDecimal.valueOf(most));
    }
}
