package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One tool, {@code echo}, that repeats a text and changes nothing. */
final class Tools {

    private Tools() {}

    static ObjectNode list(JsonNode params, Context context) throws RpcException {
        Params.noCursor(params);
        ObjectNode result = Messages.object();
        ObjectNode tool = result.putArray("tools").addObject();
        tool.put("name", "echo").put("description", "Repeats the text it is given.");
        ObjectNode schema = tool.putObject("inputSchema").put("type", "object");
        schema.putObject("properties").putObject("text").put("type", "string").put("description", "What to repeat.");
        schema.putArray("required").add("text");
        if (context.since("2025-03-26")) {
            tool.putObject("annotations")
                    .put("title", "Echo")
                    .put("readOnlyHint", true)
                    .put("openWorldHint", false);
        }
        return result;
    }

    static ObjectNode call(JsonNode params, Context context) throws RpcException {
        if (!Params.text(params, "name").equals("echo")) {
            throw RpcException.invalidParams("unknown tool");
        }
        if (params.has("arguments")) {
            Params.object(params, "arguments");
        }
        JsonNode text = params.path("arguments").path("text");
        boolean valid = text.isTextual();
        ObjectNode result = Messages.object();
        String said = valid ? text.asText() : "text is required and has to be a string";
        result.putArray("content").addObject().put("type", "text").put("text", said);
        return valid ? result : result.put("isError", true);
    }
}
