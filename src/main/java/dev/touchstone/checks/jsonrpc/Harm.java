package dev.touchstone.checks.jsonrpc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.Reply;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a bad message did.
 *
 * @param bad the message
 * @param answer the POST and its answer
 * @param came the messages that came of it, in the answer or on the stream of HTTP+SSE
 * @param ping the ping in the same session afterwards
 */
record Harm(Bad bad, Exchange answer, List<JsonNode> came, Reply ping) {

    /** Copies what came. */
    Harm {
        came = List.copyOf(came);
    }

    /** The codes of the errors that came. */
    List<Integer> codes() {
        return came.stream()
                .filter(message -> message.path("error").isObject())
                .map(JsonRpc::code)
                .toList();
    }

    /** Whether a result came. */
    boolean served() {
        return came.stream().anyMatch(message -> message.has("result") && !message.hasNonNull("error"));
    }

    /** Whether the server crashed over it, or did not answer at all. */
    boolean crashed() {
        return answer.crashed() || answer.response().isEmpty();
    }

    /** Whether it was refused by the status alone. */
    boolean refusedByStatus() {
        return answer.refused() && codes().isEmpty();
    }

    /** What came of it, for a reader. */
    String seen() {
        String errors = codes().stream().map(code -> " with error " + code).collect(Collectors.joining());
        return bad.words() + ": " + answer.inShort() + (served() ? " with a result" : errors);
    }

    /** Takes what was seen as evidence. */
    Harm seenBy(Expect expect) {
        expect.seen(answer).seen(ping);
        return this;
    }
}
