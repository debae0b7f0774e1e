package dev.touchstone.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** JSON as trees; the suite never binds what a server sent to classes, since classes forgive wrong JSON. */
public final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The text of a value, without line breaks. */
    public static String write(JsonNode value) {
        return value.toString();
    }

    /** The text of a value, indented for a reader. */
    public static String pretty(JsonNode value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            return value.toString();
        }
    }

    /** The bytes of a value, UTF-8. */
    public static byte[] bytes(JsonNode value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    /** The one JSON value that the text consists of, empty when it is anything else. */
    public static Optional<JsonNode> parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The one JSON value that the bytes consist of, empty when they are anything else. */
    public static Optional<JsonNode> parse(byte[] bytes) {
        try {
            JsonNode value = MAPPER.readTree(bytes);
            return value == null || value.isMissingNode() ? Optional.empty() : Optional.of(value);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether it is an integer, 7.0 included, as JSON Schema has it; what is too large for a double has no fraction. */
    public static boolean isInteger(JsonNode value) {
        return value.isIntegralNumber() || (value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue()));
    }

    /** Compares two numbers by value; what is too large for a double, such as 1e400, is infinite. */
    public static int compare(JsonNode one, JsonNode other) {
        return hasDecimalValue(one) && hasDecimalValue(other)
                ? one.decimalValue().compareTo(other.decimalValue())
                : Double.compare(one.doubleValue(), other.doubleValue());
    }

    private static boolean hasDecimalValue(JsonNode number) {
        return !number.isDouble() || Double.isFinite(number.doubleValue());
    }

    /** The members of an array, or the value itself. */
    public static Stream<JsonNode> each(JsonNode value) {
        return value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
    }
}
