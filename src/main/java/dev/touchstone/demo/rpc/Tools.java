package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Five tools that change nothing, and say so under every revision. */
final class Tools {

    private static final Map<String, Tool> ALL = new LinkedHashMap<>();

    static {
        ALL.put("echo", new Echo());
        ALL.put("count_letters", new Letters());
        ALL.put("show_contents", new Showcase());
        ALL.put("test_tool_with_logging", new Narrator());
        ALL.put("test_error_handling", new Failure());
    }

    private Tools() {}

    static ObjectNode list(JsonNode params, Context context) throws RpcException {
        Params.noCursor(params);
        ObjectNode result = Messages.object();
        ArrayNode tools = result.putArray("tools");
        ALL.forEach((name, tool) -> {
            ObjectNode entry = tools.addObject().put("name", name);
            entry.putObject("inputSchema").put("type", "object");
            entry.putObject("annotations").put("readOnlyHint", true).put("openWorldHint", false);
            tool.describe(entry, context);
        });
        return result;
    }

    static ObjectNode call(JsonNode params, Context context) throws RpcException {
        Tool tool = ALL.get(Params.text(params, "name"));
        if (tool == null) {
            throw RpcException.invalidParams("unknown tool");
        }
        if (params.has("arguments")) {
            Params.object(params, "arguments");
        }
        ObjectNode result = Messages.object();
        result.putArray("content");
        tool.call(params, result, context);
        return result;
    }

    /** Repeats a text. */
    private static final class Echo implements Tool {
        @Override
        public void describe(ObjectNode entry, Context context) {
            entry.put("description", "Repeats the text it is given.");
            ((ObjectNode) entry.get("annotations")).put("title", "Echo");
            Tool.requireText(entry);
        }

        @Override
        public void call(JsonNode params, ObjectNode result, Context context) {
            String text = Tool.text(params, result);
            if (!text.isEmpty()) {
                Tool.say(result, text);
            }
        }
    }

    /** Counts letters; the number is structured where the revision knows that. */
    private static final class Letters implements Tool {
        @Override
        public void describe(ObjectNode entry, Context context) {
            entry.put("description", "Counts the letters of a text.");
            Tool.requireText(entry);
            if (context.since("2025-06-18")) {
                ObjectNode schema = entry.putObject("outputSchema").put("type", "object");
                schema.putObject("properties").putObject("letters").put("type", "integer");
                schema.putArray("required").add("letters");
            }
        }

        @Override
        public void call(JsonNode params, ObjectNode result, Context context) {
            String text = Tool.text(params, result);
            if (!text.isEmpty()) {
                ObjectNode counted = Messages.object()
                        .put("letters", text.chars().filter(Character::isLetter).count());
                Tool.say(result, counted.toString());
                if (context.since("2025-06-18")) {
                    result.set("structuredContent", counted);
                }
            }
        }
    }

    /** Shows each kind of content that the revision has. */
    private static final class Showcase implements Tool {
        @Override
        public void describe(ObjectNode entry, Context context) {
            entry.put("description", "Shows each kind of content once.");
        }

        @Override
        public void call(JsonNode params, ObjectNode result, Context context) {
            Tool.say(result, "An image, a sound and a resource:");
            ArrayNode content = result.withArray("/content");
            Content.image(content.addObject());
            ObjectNode greeting = content.addObject().put("type", "resource").putObject("resource");
            greeting.put("uri", Resources.GREETING)
                    .put("mimeType", "text/plain")
                    .put("text", Resources.TEXT);
            if (context.since("2025-03-26")) {
                Content.audio(content.addObject());
            }
            if (context.since("2025-06-18")) {
                Content.link(content.addObject(), Resources.GREETING);
            }
        }
    }

    /** Tells in log messages how it gets on, and by progress notifications if it was asked for them. */
    private static final class Narrator implements Tool {
        private static final int STEPS = 3;

        @Override
        public void describe(ObjectNode entry, Context context) {
            entry.put("description", "Logs a step of each of three levels, and reports progress if asked.");
        }

        @Override
        public void call(JsonNode params, ObjectNode result, Context context) {
            String[] levels = {"debug", "info", "error"};
            for (int step = 0; step < STEPS; step++) {
                Log.tell(context, levels[step], Messages.object().put("step", step + 1));
                progress(params.path("_meta").path("progressToken"), step + 1, context);
            }
            Tool.say(result, "Done in " + STEPS + " steps.");
        }

        private static void progress(JsonNode token, int step, Context context) {
            if (token.isTextual() || token.isIntegralNumber()) {
                ObjectNode notification = Messages.notification("notifications/progress");
                ObjectNode progress = notification.putObject("params");
                progress.set("progressToken", token);
                progress.put("progress", step).put("total", STEPS);
                context.tell(notification);
            }
        }
    }

    /** Always fails. */
    private static final class Failure implements Tool {
        @Override
        public void describe(ObjectNode entry, Context context) {
            entry.put("description", "Fails, to show how that is told.");
        }

        @Override
        public void call(JsonNode params, ObjectNode result, Context context) {
            Tool.fail(result, "This tool fails whatever it is given.");
        }
    }
}
