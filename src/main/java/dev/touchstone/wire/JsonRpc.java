package dev.touchstone.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON-RPC 2.0 messages: how ours are made and what theirs are. */
public final class JsonRpc {
    private JsonRpc() {}

    /** A request without params. */
    public static ObjectNode request(JsonNode id, String method) {
        ObjectNode message = Json.object().put("jsonrpc", "2.0");
        message.set("id", id);
        return message.put("method", method);
    }

    /** A request with params. */
    public static ObjectNode request(JsonNode id, String method, ObjectNode params) {
        ObjectNode message = request(id, method);
        message.set("params", params);
        return message;
    }

    /** A notification without params. */
    public static ObjectNode notification(String method) {
        return Json.object().put("jsonrpc", "2.0").put("method", method);
    }

    /** Whether it has the members of a response: an id and a result or an error. */
    public static boolean isResponse(JsonNode message) {
        return message.isObject() && message.has("id") && (message.has("result") || message.has("error"));
    }

    /** Whether it is an error response, with or without an id. */
    public static boolean isError(JsonNode message) {
        return message.isObject() && message.path("error").isObject() && !message.has("method");
    }

    /** Whether it is a request: a method and an id. */
    public static boolean isRequest(JsonNode message) {
        return message.isObject() && message.has("method") && message.has("id");
    }

    /** Whether it is a notification: a method and no id. */
    public static boolean isNotification(JsonNode message) {
        return message.isObject() && message.has("method") && !message.has("id");
    }

    /** Whether it has what makes a message of some kind, right or wrong in detail. */
    static boolean hasMembersOfMessage(JsonNode value) {
        return value.isObject() && (value.has("method") || value.has("result") || value.has("error"));
    }
}
