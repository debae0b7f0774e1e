package dev.touchstone.checks.jsonrpc;

import java.nio.charset.StandardCharsets;

/** Messages that are wrong, each in one way, and as harmless as a ping. */
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
    NULL_ID("a ping with the id null", "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}"),
    /** Has an object for an id. */
    OBJECT_ID("a ping whose id is an object", "{\"jsonrpc\":\"2.0\",\"id\":{\"n\":1},\"method\":\"ping\"}"),
    /** Has null for params. */
    NULL_PARAMS(
            "a ping whose params are null",
            "{\"jsonrpc\":\"2.0\",\"id\":\"touchstone-null\",\"method\":\"ping\",\"params\":null}"),
    /** Has params by position. */
    ARRAY_PARAMS(
            "a ping whose params are an array",
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

    /** What is posted. */
    byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
