package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Three prompts: two about a person, whose name they require, and one that shows every kind of content. */
final class Prompts {

    private static final String GREET = "greet";
    private static final String FAREWELL = "farewell";
    private static final String SHOWCASE = "showcase";

    private Prompts() {}

    static ObjectNode list(JsonNode params, Context context) throws RpcException {
        List<ObjectNode> prompts = List.of(
                personal(GREET, "Asks for a greeting."),
                personal(FAREWELL, "Asks for a farewell."),
                prompt(SHOWCASE, "Shows every kind of content."));
        return Pages.of("prompts", prompts, params);
    }

    /** Whether a prompt has an argument that can be completed. */
    static boolean isPersonal(String prompt) {
        return prompt.equals(GREET) || prompt.equals(FAREWELL);
    }

    static ObjectNode get(JsonNode params, Context context) throws RpcException {
        String prompt = Params.text(params, "name");
        ObjectNode result = Messages.object();
        ArrayNode messages = result.putArray("messages");
        if (isPersonal(prompt)) {
            String name = Params.text(Params.object(params, "arguments"), "name");
            Content.text(content(messages, "user"), (prompt.equals(GREET) ? "Greet " : "Say goodbye to ") + name + ".");
        } else if (prompt.equals(SHOWCASE)) {
            showcase(messages, context);
        } else {
            throw RpcException.invalidParams("unknown prompt");
        }
        return result;
    }

    private static void showcase(ArrayNode messages, Context context) {
        Content.text(content(messages, "assistant"), "What can you show?");
        Content.image(content(messages, "user"));
        Content.resource(content(messages, "user"), Resources.PIXEL);
        if (context.since("2025-03-26")) {
            Content.audio(content(messages, "user"));
        }
        if (context.since("2025-06-18")) {
            Content.link(content(messages, "user"), Resources.GREETING);
        }
    }

    private static ObjectNode content(ArrayNode messages, String role) {
        return messages.addObject().put("role", role).putObject("content");
    }

    private static ObjectNode personal(String name, String description) {
        ObjectNode prompt = prompt(name, description);
        prompt.putArray("arguments").addObject().put("name", "name").put("required", true);
        return prompt;
    }

    private static ObjectNode prompt(String name, String description) {
        return Messages.object().put("name", name).put("description", description);
    }
}
