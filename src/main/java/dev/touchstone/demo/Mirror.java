package dev.touchstone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Compares the headers of a stateless request with the body that they repeat. */
final class Mirror {

    static final String VERSION = "io.modelcontextprotocol/protocolVersion";

    private static final String OPENING = "=?base64?";
    private static final String CLOSING = "?=";

    private static final Map<String, String> NAMED =
            Map.of("tools/call", "name", "prompts/get", "name", "resources/read", "uri");

    private Mirror() {}

    /** What is wrong with the headers, if anything is; the body has its metadata. */
    static Optional<String> fault(Request request, JsonNode message) {
        String method = message.path("method").asText();
        JsonNode params = message.path("params");
        return compare(request, "MCP-Protocol-Version", params.path("_meta").path(VERSION))
                .or(() -> compare(request, "Mcp-Method", message.path("method")))
                .or(() -> compareName(request, params.path(NAMED.getOrDefault(method, ""))));
    }

    private static Optional<String> compare(Request request, String header, JsonNode value) {
        Optional<String> sent = request.header(header).map(String::strip);
        if (sent.isEmpty()) {
            return Optional.of(header + " is required");
        }
        return sent.get().equals(value.asText()) ? Optional.empty() : Optional.of(header + " differs from the body");
    }

    private static Optional<String> compareName(Request request, JsonNode name) {
        if (!name.isTextual()) {
            return Optional.empty();
        }
        Optional<String> sent = request.header("Mcp-Name").map(String::strip);
        if (sent.isEmpty()) {
            return Optional.of("Mcp-Name is required");
        }
        boolean same = decoded(sent.get()).map(name.asText()::equals).orElse(false);
        return same ? Optional.empty() : Optional.of("Mcp-Name differs from the body");
    }

    /** The value of a header, empty when it is marked as Base64 and is none. */
    static Optional<String> decoded(String value) {
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
