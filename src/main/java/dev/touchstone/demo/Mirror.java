package dev.touchstone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Compares the headers of a stateless request with the body that they repeat. */
final class Mirror {

    static final String VERSION = "io.modelcontextprotocol/protocolVersion";

    private static final String OPENING = "=?base64?";
    private static final String CLOSING = "?=";

    private static final Map<String, String> NAMED =
            Map.of("tools/call", "name", "prompts/get", "name", "resources/read", "uri");

    private final Request request;
    private final JsonNode message;
    private final Predicate<StatelessRule> enforced;

    Mirror(Request request, JsonNode message, Predicate<StatelessRule> enforced) {
        this.request = request;
        this.message = message;
        this.enforced = enforced;
    }

    /** What is wrong with the headers, if anything is. */
    Optional<String> fault() {
        JsonNode params = message.path("params");
        JsonNode name = params.path(NAMED.getOrDefault(message.path("method").asText(), ""));
        return compare(
                        "MCP-Protocol-Version",
                        params.path("_meta").path(VERSION),
                        StatelessRule.VERSION_HEADER_PRESENT,
                        StatelessRule.VERSION_HEADER_EQUAL)
                .or(() -> compare(
                        "Mcp-Method",
                        message.path("method"),
                        StatelessRule.METHOD_HEADER_PRESENT,
                        StatelessRule.METHOD_HEADER_EQUAL))
                .or(() ->
                        compare("Mcp-Name", name, StatelessRule.NAME_HEADER_PRESENT, StatelessRule.NAME_HEADER_EQUAL));
    }

    private Optional<String> compare(String header, JsonNode value, StatelessRule present, StatelessRule equal) {
        if (!value.isTextual()) {
            return Optional.empty();
        }
        Optional<String> sent = request.header(header).map(String::strip);
        if (sent.isEmpty()) {
            return enforced.test(present) ? Optional.of(header + " is required") : Optional.empty();
        }
        boolean same = decoded(sent.get()).map(value.asText()::equals).orElse(false);
        return same || !enforced.test(equal) ? Optional.empty() : Optional.of(header + " differs from the body");
    }

    /** The value of a header, empty when it is marked as Base64 and is none. */
    private static Optional<String> decoded(String value) {
        if (!value.startsWith(OPENING) || !value.endsWith(CLOSING)) {
            return Optional.of(value);
        }
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(value.substring(OPENING.length(), value.length() - CLOSING.length()));
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}
