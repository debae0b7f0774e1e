package dev.touchstone.checks.batching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A batch that was sent.
 *
 * @param ids the ids of its requests
 * @param answer the POST and its answer
 */
record Batch(List<JsonNode> ids, Exchange answer) {
    private static final int DEPTH = 3;

    /** Copies the ids. */
    Batch {
        ids = List.copyOf(ids);
    }

    /** Whether every request got its result, in whatever form. */
    boolean allServed() {
        return ids.stream().allMatch(this::served);
    }

    private boolean served(JsonNode id) {
        return responses().stream()
                .anyMatch(message -> message.has("result") && JsonRpc.matches(message.path("id"), id));
    }

    /** The responses anywhere in the answer: on the stream, in an array, in an envelope, or one a line. */
    List<JsonNode> responses() {
        List<JsonNode> found = new ArrayList<>();
        if (answer.isEventStream()) {
            answer.messages().forEach(message -> collect(message, 0, found));
        } else {
            values().forEach(value -> collect(value, 0, found));
        }
        return found;
    }

    /** The body as one JSON value; a missing node if it is none. */
    JsonNode body() {
        return answer.json().orElse(MissingNode.getInstance());
    }

    private Stream<JsonNode> values() {
        return answer.json().isPresent()
                ? answer.json().stream()
                : answer.response().stream()
                        .flatMap(response -> response.text().lines())
                        .flatMap(line -> Json.parse(line).stream());
    }

    private static void collect(JsonNode value, int depth, List<JsonNode> found) {
        if (value.isObject() && !value.has("method") && (value.has("result") || value.has("error"))) {
            found.add(value);
        } else if (depth < DEPTH) {
            value.forEach(member -> collect(member, depth + 1, found));
        }
    }

    /** What came, for a reader. */
    String seen() {
        long served = ids.stream().filter(this::served).count();
        return "a batch with " + ids.size() + " requests: " + answer.inShort() + " with " + served + " results";
    }
}
