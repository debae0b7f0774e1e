package dev.touchstone.checks.cancellation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;

/** Cancellations of nothing that is going on. */
enum Invalid {
    /** The id was never used. */
    UNKNOWN("a cancellation of an unknown request"),
    /** The request is done. */
    COMPLETED("a cancellation of a completed request"),
    /** Nothing says which request. */
    NO_PARAMS("a cancellation without params"),
    /** The id is no id. */
    OBJECT_ID("a cancellation whose requestId is an object");

    private final String words;

    Invalid(String words) {
        this.words = words;
    }

    /** The cancellation as a reader calls it. */
    String words() {
        return words;
    }

    /** The notification, after a request with this id was answered. */
    ObjectNode message(JsonNode completed) {
        ObjectNode message = JsonRpc.notification("notifications/cancelled");
        switch (this) {
            case UNKNOWN -> message.putObject("params").put("requestId", "touchstone-never-used");
            case COMPLETED -> message.putObject("params").set("requestId", completed);
            case OBJECT_ID -> message.putObject("params").set("requestId", Json.object());
            case NO_PARAMS -> message.remove("params");
        }
        return message;
    }
}
