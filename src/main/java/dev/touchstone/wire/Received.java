package dev.touchstone.wire;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A JSON-RPC message that the server sent.
 *
 * @param exchange the exchange that carried it
 * @param message the message
 * @param kind what it is
 * @param method its own method or, for a response, the method of the request it answers; empty when that is not known
 */
public record Received(Exchange exchange, JsonNode message, Kind kind, String method) {

    /** What a message is, by its members. */
    public enum Kind {
        /** A response with a result. */
        RESULT,
        /** A response with an error. */
        ERROR,
        /** A method and an id. */
        REQUEST,
        /** A method and no id. */
        NOTIFICATION,
        /** None of them, or several at once. */
        UNKNOWN
    }

    /** What kind of message this is. */
    public static Kind kindOf(JsonNode message) {
        boolean result = message.has("result");
        boolean error = message.has("error");
        if (message.has("method")) {
            boolean response = result || error;
            return response ? Kind.UNKNOWN : message.has("id") ? Kind.REQUEST : Kind.NOTIFICATION;
        }
        if (result == error) {
            return Kind.UNKNOWN;
        }
        return result ? Kind.RESULT : Kind.ERROR;
    }

    /** The result, a missing node when there is none. */
    public JsonNode result() {
        return message.path("result");
    }
}
