package dev.touchstone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.demo.rpc.Context;

/** One JSON-RPC request within a session. */
public record Call(Request request, Session session, String revision, JsonNode message, Context context) {

    /** A request of a session under the rules of a revision. */
    public Call(Request request, Session session, String revision, JsonNode message) {
        this(request, session, revision, message, new Context(revision, session.memory()));
    }

    /** The JSON-RPC method asked for. */
    public String method() {
        return message.path("method").asText();
    }

    /** The parameters; a missing node where there are none. */
    public JsonNode params() {
        return message.path("params");
    }
}
