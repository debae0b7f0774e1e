package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Completes the one argument there is, a name. */
final class Completions {

    static final List<String> NAMES = List.of("Ada", "Alan", "Barbara", "Grace");

    private Completions() {}

    static ObjectNode complete(JsonNode params, Context context) throws RpcException {
        requireKnown(Params.object(params, "ref"));
        JsonNode argument = Params.object(params, "argument");
        String name = Params.text(argument, "name");
        String begun = Params.text(argument, "value");
        ObjectNode completion = Messages.object();
        ArrayNode values = completion.putArray("values");
        NAMES.stream()
                .filter(value -> name.equals("name") && value.startsWith(begun))
                .forEach(values::add);
        completion.put("total", values.size()).put("hasMore", false);
        ObjectNode result = Messages.object();
        result.set("completion", completion);
        return result;
    }

    private static void requireKnown(JsonNode ref) throws RpcException {
        String type = Params.text(ref, "type");
        boolean prompt = type.equals("ref/prompt") && Prompts.isPersonal(Params.text(ref, "name"));
        boolean resource =
                type.equals("ref/resource") && Params.text(ref, "uri").equals(Resources.TEMPLATE);
        if (!prompt && !resource) {
            throw RpcException.invalidParams("nothing to complete there");
        }
    }
}
