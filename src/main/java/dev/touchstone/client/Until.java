package dev.touchstone.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.SseStream;
import java.util.function.Predicate;

/** Up to where an event stream is read. */
public interface Until {
    /** Whether what was awaited has come. */
    boolean reached(SseStream stream);

    /** Up to the end of the stream, or as long as an answer may take. */
    static Until end() {
        return stream -> false;
    }

    /** Up to the first complete block, a comment included. */
    static Until anything() {
        return stream -> stream.events().stream().anyMatch(event -> event.complete());
    }

    /** Up to the response to a request. */
    static Until responseTo(JsonNode id) {
        return message(message -> JsonRpc.isResponseTo(id, message));
    }

    /** Up to a message of some kind; of an array, any member. */
    static Until message(Predicate<JsonNode> kind) {
        return stream -> stream.messages().stream()
                .flatMap(event -> Json.parse(event.data()).stream())
                .anyMatch(value -> value.isArray() ? anyOf(value, kind) : kind.test(value));
    }

    private static boolean anyOf(JsonNode array, Predicate<JsonNode> kind) {
        for (JsonNode member : array) {
            if (kind.test(member)) {
                return true;
            }
        }
        return false;
    }
}
