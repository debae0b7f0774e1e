package dev.touchstone.checks.jsonrpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.touchstone.client.Probe;
import dev.touchstone.client.Session;
import dev.touchstone.wire.Json;
import java.nio.charset.StandardCharsets;

/** Messages that are wrong, each in one way, and otherwise ask for what is harmless. */
enum Bad {
    /** Ends in the middle. */
    CUT_SHORT("JSON that ends in the middle", "{\"jsonrpc\": \"2.0\", \"id\": \"touchstone-cut\", \"method\":"),
    /** Has a byte in a string that UTF-8 does not have. */
    NOT_UTF8(
            "a byte that is not UTF-8",
            "{\"jsonrpc\":\"2.0\",\"id\":\"touchstone-utf8\",\"method\":\"ping\",\"params\":{\"_meta\":{\"x\":\"\u00ff\"}}}"),
    /** Is JSON and no object. */
    STRING("a JSON string", "\"ping\""),
    /** Is null. */
    NULL("null", "null"),
    /** Says another version of JSON-RPC. */
    OTHER_VERSION(
            "a request with jsonrpc \"1.0\"",
            "{\"jsonrpc\":\"1.0\",\"id\":\"touchstone-version\",\"method\":\"ping\"}"),
    /** Has a number for a method. */
    METHOD_NUMBER(
            "a request whose method is a number", "{\"jsonrpc\":\"2.0\",\"id\":\"touchstone-method\",\"method\":42}"),
    /** Has an id and nothing else. */
    NO_METHOD("a request without a method", "{\"jsonrpc\":\"2.0\",\"id\":\"touchstone-nothing\"}"),
    /** Has null for an id. */
    NULL_ID("a request with the id null", "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}"),
    /** Has an object for an id. */
    OBJECT_ID("a request whose id is an object", "{\"jsonrpc\":\"2.0\",\"id\":{\"n\":1},\"method\":\"ping\"}"),
    /** Has null for params. */
    NULL_PARAMS(
            "a request whose params are null",
            "{\"jsonrpc\":\"2.0\",\"id\":\"touchstone-null\",\"method\":\"ping\",\"params\":null}"),
    /** Has params by position. */
    ARRAY_PARAMS(
            "a request whose params are an array",
            "{\"jsonrpc\":\"2.0\",\"id\":\"touchstone-array\",\"method\":\"ping\",\"params\":[1]}"),
    /** Notifies of what nobody knows. */
    UNKNOWN_NOTIFICATION(
            "a notification that nobody knows",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/touchstone/unknown\"}"),
    /** Answers what was never asked. */
    UNASKED_RESPONSE("a response to nothing", "{\"jsonrpc\":\"2.0\",\"id\":\"touchstone-never-asked\",\"result\":{}}");

    private final String words;
    private final String text;

    Bad(String words, String text) {
        this.words = words;
        this.text = text;
    }

    /** The message as a reader calls it. */
    String words() {
        return words;
    }

    /** A POST of it; what is a request asks for what is harmless in the session, and with all that this needs. */
    Probe in(Session session) {
        String meant = text.replace("\"method\":\"ping\"", "\"method\":\"" + session.harmless() + "\"");
        byte[] bytes = meant.getBytes(StandardCharsets.ISO_8859_1);
        return Json.parse(bytes)
                .filter(JsonNode::isObject)
                .map(message -> session.post(completed((ObjectNode) message, session)))
                .orElseGet(() -> session.post(bytes));
    }

    private static ObjectNode completed(ObjectNode message, Session session) {
        JsonNode needed = session.ping(TextNode.valueOf("")).path("params");
        boolean request = message.has("id") && message.has("method");
        if (request && !message.has("params") && !needed.isMissingNode()) {
            message.set("params", needed);
        }
        return message;
    }
}
