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

    /** A response with a result. */
    public static ObjectNode result(JsonNode id, ObjectNode result) {
        ObjectNode response = Json.object().put("jsonrpc", "2.0");
        response.set("id", id);
        response.set("result", result);
        return response;
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

    /** The code of an error response, 0 where there is none. */
    public static int code(JsonNode message) {
        return message.at("/error/code").asInt();
    }

    /** Whether it is a request: a method and an id. */
    public static boolean isRequest(JsonNode message) {
        return message.isObject() && message.has("method") && message.has("id");
    }

    /** Whether it is a notification: a method and no id. */
    public static boolean isNotification(JsonNode message) {
        return message.isObject() && message.has("method") && !message.has("id");
    }

    /** Whether two ids are the same, type included; numbers by value, since to JSON 7 and 7.0 are one number. */
    public static boolean sameId(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber() ? Json.compare(one, other) == 0 : one.equals(other);
    }

    /**
     * Whether a response with one id is meant for a request with the other: the same id, or one that reads the same, as
     * "7" for 7. Most clients take it, and that its type changed is judged by a requirement of its own.
     */
    public static boolean matches(JsonNode response, JsonNode request) {
        boolean values = response.isValueNode() && !response.isNull() && !request.isNull();
        return sameId(response, request) || (values && response.asText().equals(request.asText()));
    }

    /** Whether it is the response to the request with an id. */
    public static boolean isResponseTo(JsonNode id, JsonNode message) {
        return isResponse(message) && matches(message.get("id"), id);
    }

    /** Whether it has what makes a message of some kind, right or wrong in detail. */
    public static boolean hasMembersOfMessage(JsonNode value) {
        boolean response = value.has("result") || value.has("error") || (value.has("jsonrpc") && value.has("id"));
        return value.isObject() && (value.has("method") || response);
    }
}
