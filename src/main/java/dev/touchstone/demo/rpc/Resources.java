package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A text, a picture, and a template for greetings by name. */
final class Resources {

    static final String TEMPLATE = "demo://greeting/{name}";
    static final String GREETING = "demo://greeting";
    static final String PIXEL = "demo://pixel";

    private static final String PLAIN = "text/plain";
    static final String TEXT = "Grüß Gott.";

    private Resources() {}

    static ObjectNode list(JsonNode params, Context context) throws RpcException {
        ObjectNode greeting = Messages.object()
                .put("uri", GREETING)
                .put("name", "greeting")
                .put("mimeType", PLAIN)
                .put("size", TEXT.getBytes(StandardCharsets.UTF_8).length);
        ObjectNode annotations = greeting.putObject("annotations").put("priority", 1);
        annotations.putArray("audience").add("user").add("assistant");
        if (context.since("2025-06-18")) {
            annotations.put("lastModified", "2025-06-18T12:00:00Z");
        }
        ObjectNode pixel =
                Messages.object().put("uri", PIXEL).put("name", "pixel").put("mimeType", Content.PNG);
        return Pages.of("resources", List.of(greeting, pixel), params);
    }

    static ObjectNode templates(JsonNode params, Context context) throws RpcException {
        ObjectNode template = Messages.object().put("uriTemplate", TEMPLATE);
        template.put("name", "greeting-by-name").put("mimeType", PLAIN);
        return Pages.of("resourceTemplates", List.of(template), params);
    }

    static ObjectNode read(JsonNode params, Context context) throws RpcException {
        String uri = Params.text(params, "uri");
        ObjectNode result = Messages.object();
        ObjectNode contents = result.putArray("contents").addObject().put("uri", uri);
        if (uri.equals(PIXEL)) {
            contents.put("mimeType", Content.PNG).put("blob", Content.PIXEL);
        } else {
            contents.put("mimeType", PLAIN).put("text", greeting(uri, context));
        }
        return result;
    }

    static ObjectNode subscribe(JsonNode params, Context context) throws RpcException {
        String uri = Params.text(params, "uri");
        if (!uri.equals(PIXEL)) {
            greeting(uri, context);
        }
        context.memory().subscriptions().add(uri);
        return Messages.object();
    }

    static ObjectNode unsubscribe(JsonNode params, Context context) throws RpcException {
        context.memory().subscriptions().remove(Params.text(params, "uri"));
        return Messages.object();
    }

    private static String greeting(String uri, Context context) throws RpcException {
        if (uri.equals(GREETING)) {
            return TEXT;
        }
        String name = uri.startsWith(GREETING + "/") ? uri.substring(GREETING.length() + 1) : "";
        if (!Completions.NAMES.contains(name)) {
            ObjectNode data = Messages.object().put("uri", uri);
            int code = context.since("2026-07-28") ? Messages.INVALID_PARAMS : Messages.RESOURCE_NOT_FOUND;
            throw new RpcException(code, "resource not found", data);
        }
        return "Grüß Gott, " + name + ".";
    }
}
