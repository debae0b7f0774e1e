package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One resource and one template for greetings by name. */
final class Resources {

    static final String TEMPLATE = "demo://greeting/{name}";

    static final String GREETING = "demo://greeting";
    static final String TEXT = "Grüß Gott.";
    private static final String PLAIN = "text/plain";

    private Resources() {}

    static ObjectNode list(JsonNode params, Context context) throws RpcException {
        Params.noCursor(params);
        ObjectNode result = Messages.object();
        result.putArray("resources")
                .addObject()
                .put("uri", GREETING)
                .put("name", "greeting")
                .put("mimeType", PLAIN);
        return result;
    }

    static ObjectNode templates(JsonNode params, Context context) throws RpcException {
        Params.noCursor(params);
        ObjectNode result = Messages.object();
        ObjectNode template = result.putArray("resourceTemplates").addObject();
        template.put("uriTemplate", TEMPLATE).put("name", "greeting-by-name").put("mimeType", PLAIN);
        return result;
    }

    static ObjectNode read(JsonNode params, Context context) throws RpcException {
        String uri = Params.text(params, "uri");
        ObjectNode result = Messages.object();
        result.putArray("contents")
                .addObject()
                .put("uri", uri)
                .put("mimeType", PLAIN)
                .put("text", greeting(uri));
        return result;
    }

    private static String greeting(String uri) throws RpcException {
        if (uri.equals(GREETING)) {
            return TEXT;
        }
        String name = uri.startsWith(GREETING + "/") ? uri.substring(GREETING.length() + 1) : "";
        if (!Completions.NAMES.contains(name)) {
            ObjectNode data = Messages.object().put("uri", uri);
            throw new RpcException(Messages.RESOURCE_NOT_FOUND, "resource not found", data);
        }
        return "Grüß Gott, " + name + ".";
    }
}
