package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A tool of the demo server: how it is listed, and what it does. None of them changes anything. */
interface Tool {

    /** Adds to the entry of the list, which has the name, the hints and an empty input schema. */
    void describe(ObjectNode entry, Context context);

    /** Fills the result of a call. */
    void call(JsonNode params, ObjectNode result, Context context);

    /** Adds an argument that has to be given, a text. */
    static void requireText(ObjectNode entry) {
        ObjectNode schema = (ObjectNode) entry.get("inputSchema");
        schema.putObject("properties").putObject("text").put("type", "string").put("minLength", 1);
        schema.putArray("required").add("text");
    }

    /** The text that has to be given; where it was not, the result says so. */
    static String text(JsonNode params, ObjectNode result) {
        JsonNode text = params.path("arguments").path("text");
        if (!text.isTextual() || text.asText().isEmpty()) {
            fail(result, "text is required and has to be a string");
            return "";
        }
        return text.asText();
    }

    /** Says in the result what went wrong. */
    static void fail(ObjectNode result, String why) {
        say(result, why);
        result.put("isError", true);
    }

    /** Says something in the result. */
    static void say(ObjectNode result, String text) {
        Content.text(result.withArray("/content").addObject(), text);
    }
}
