package dev.touchstone.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** One JSON-RPC request within a session. */
public record Call(Request request, Session session, String revision, JsonNode message) {

    /** The JSON-RPC method asked for. */
    public String method() {
        return message.path("method").asText();
    }

    /** The parameters; a missing node where there are none. */
    public JsonNode params() {
        return message.path("params");
    }
}
