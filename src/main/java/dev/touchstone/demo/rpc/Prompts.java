package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One prompt, {@code greet}, with one required argument. */
final class Prompts {

    private Prompts() {}

    static ObjectNode list(JsonNode params, Context context) throws RpcException {
        Params.noCursor(params);
        ObjectNode result = Messages.object();
        ObjectNode prompt = result.putArray("prompts").addObject();
        prompt.put("name", "greet").put("description", "Asks for a greeting.");
        prompt.putArray("arguments").addObject().put("name", "name").put("required", true);
        return result;
    }

    static ObjectNode get(JsonNode params, Context context) throws RpcException {
        if (!Params.text(params, "name").equals("greet")) {
            throw RpcException.invalidParams("unknown prompt");
        }
        String name = Params.text(Params.object(params, "arguments"), "name");
        ObjectNode result = Messages.object().put("description", "Asks for a greeting.");
        ObjectNode message = result.putArray("messages").addObject().put("role", "user");
        message.putObject("content").put("type", "text").put("text", "Greet " + name + ", please.");
        return result;
    }
}
