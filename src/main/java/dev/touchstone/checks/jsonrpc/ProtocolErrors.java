package dev.touchstone.checks.jsonrpc;

import static dev.touchstone.client.StatelessClient.CAPABILITIES_KEY;
import static dev.touchstone.client.StatelessClient.VERSION_KEY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Header;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Received;
import dev.touchstone.wire.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the three errors that the protocol defines come only for what they stand for, in the whole run. */
@Conformance
@Afterwards
class ProtocolErrors {
    private static final int SAMPLES = 3;

    @Verifies("jsonrpc.error-code.defined-meaning")
    void the_errors_of_the_protocol_come_for_what_they_stand_for(
            Emitted emitted, StatelessClient client, Expect expect) {
        List<Received> errors = emitted.errors().stream()
                .filter(error ->
                        code(error) <= ErrorCode.HEADER_MISMATCH && code(error) >= ErrorCode.UNSUPPORTED_VERSION)
                .toList();
        if (errors.isEmpty()) {
            throw new NotApplicable("none of the " + emitted.errors().size() + " errors that came in this run has a"
                    + " code from -32022 to -32020");
        }
        List<Received> wrong =
                errors.stream().filter(error -> !isDue(error, client)).toList();
        (wrong.isEmpty() ? errors : wrong).stream().limit(SAMPLES).forEach(error -> expect.seen(error.exchange()));
        expect.holds(
                wrong.isEmpty(),
                "-32020 only where headers and body differ, -32021 only with the capabilities that the request lacks,"
                        + " -32022 only for versions that are not served",
                wrong.isEmpty()
                        ? errors.size() + " such errors, each for what it stands for"
                        : Emitted.name(wrong.get(0)) + ": error " + code(wrong.get(0))
                                + ", which the request gave no reason for");
    }

    private static int code(Received error) {
        return JsonRpc.code(error.message());
    }

    private static boolean isDue(Received error, StatelessClient client) {
        Optional<ObjectNode> asked = Json.parse(error.exchange().request().body())
                .filter(JsonNode::isObject)
                .map(ObjectNode.class::cast);
        JsonNode meta = asked.map(message -> message.at("/params/_meta")).orElse(Json.object());
        return switch (code(error)) {
            case ErrorCode.HEADER_MISMATCH ->
                asked.isEmpty() || !agrees(error.exchange().request(), asked.get(), client);
            case ErrorCode.MISSING_CAPABILITY ->
                isLacking(error.message().at("/error/data/requiredCapabilities"), meta);
            default -> !meta.path(VERSION_KEY).asText().equals(client.revision().id());
        };
    }

    private static boolean isLacking(JsonNode required, JsonNode meta) {
        JsonNode declared = meta.path(CAPABILITIES_KEY);
        return required.isObject() && !declared.equals(required);
    }

    /**
     * Whether a request has exactly the headers that its body asks for, spelled as usual and in plain text. To some servers
     * an empty header is a missing one.
     */
    private static boolean agrees(Request request, ObjectNode asked, StatelessClient client) {
        List<Header> sent = mirroring(request.headers().lines());
        List<Header> due = mirroring(client.repeating(asked).lines());
        boolean usual = asked.path("method").isTextual() && due.size() > 1;
        boolean more = asked.path("method").asText().equals("tools/call")
                || sent.stream()
                        .anyMatch(line -> line.value().isBlank() || line.value().startsWith("=?base64?"));
        return usual && !more && sent.size() == due.size() && sent.containsAll(due);
    }

    private static List<Header> mirroring(List<Header> lines) {
        return lines.stream()
                .filter(line -> line.name().toLowerCase(Locale.ROOT).startsWith("mcp-"))
                .toList();
    }
}
