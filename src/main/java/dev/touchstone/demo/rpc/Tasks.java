package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The tool {@code ponder}, which takes a moment, and the tasks that it may be called as. */
final class Tasks {

    private static final String TOOL = "ponder";
    private static final String SINCE = "2025-11-25";
    private static final int PAGE = 10;
    private static final int INTERNAL_ERROR = -32603;

    private Tasks() {}

    static void declare(ObjectNode capabilities, Context context) {
        if (context.since(SINCE)) {
            ObjectNode tasks = capabilities.putObject("tasks");
            tasks.putObject("list");
            tasks.putObject("cancel");
            tasks.putObject("requests").putObject("tools").putObject("call");
        }
    }

    /** A handler of a method that earlier revisions do not know. */
    static Handler known(Handler handler) {
        return (params, context) -> {
            if (!context.since(SINCE)) {
                throw new RpcException(Messages.METHOD_NOT_FOUND, "unknown method", null);
            }
            return handler.handle(params, context);
        };
    }

    /** Adds the tool to the list of tools. */
    static Handler listing(Handler tools) {
        return (params, context) -> {
            ObjectNode result = tools.handle(params, context);
            if (context.since(SINCE)) {
                ObjectNode tool = result.withArray("/tools").addObject();
                tool.put("name", TOOL).put("description", "Takes a moment to ponder, and says so.");
                tool.putObject("inputSchema").put("type", "object");
                tool.putObject("annotations").put("readOnlyHint", true).put("openWorldHint", false);
                tool.putObject("execution").put("taskSupport", "optional");
            }
            return result;
        };
    }

    /** Calls the tool, as a task if that is wanted; other tools are not called as tasks. */
    static Handler calling(Handler tools) {
        return (params, context) -> {
            boolean mine = context.since(SINCE) && params.path("name").asText().equals(TOOL);
            boolean asTask = context.since(SINCE) && params.path("task").isObject();
            if (!mine && asTask) {
                throw new RpcException(Messages.METHOD_NOT_FOUND, "this tool does not run as a task", null);
            } else if (!mine) {
                return tools.handle(params, context);
            } else if (!asTask) {
                new Task("", 0).await();
                return pondered();
            }
            Task task = context.memory().begin(params.path("task").path("ttl").asLong(60_000));
            ObjectNode result = Messages.object();
            result.set("task", task.describe());
            return result;
        };
    }

    private static ObjectNode pondered() {
        ObjectNode result = Messages.object();
        result.putArray("content").addObject().put("type", "text").put("text", "It depends.");
        return result;
    }

    static ObjectNode get(JsonNode params, Context context) throws RpcException {
        return named(params, context).describe();
    }

    static ObjectNode result(JsonNode params, Context context) throws RpcException {
        Task task = named(params, context);
        task.await();
        if (task.status().equals("cancelled")) {
            throw new RpcException(INTERNAL_ERROR, "the task was cancelled, so there is no result", null);
        }
        ObjectNode result = pondered();
        result.putObject("_meta")
                .putObject("io.modelcontextprotocol/related-task")
                .put("taskId", task.id());
        return result;
    }

    static ObjectNode cancel(JsonNode params, Context context) throws RpcException {
        Task task = named(params, context);
        if (!task.cancel()) {
            throw RpcException.invalidParams("the task cannot be cancelled, it is " + task.status() + " already");
        }
        return task.describe();
    }

    static ObjectNode list(JsonNode params, Context context) throws RpcException {
        List<Task> tasks = context.memory().tasks();
        int from = params.has("cursor") ? 1 + position(tasks, params.path("cursor")) : 0;
        int to = Math.min(tasks.size(), from + PAGE);
        ObjectNode result = Messages.object();
        ArrayNode page = result.putArray("tasks");
        tasks.subList(from, to).forEach(task -> page.add(task.describe()));
        return to < tasks.size() ? result.put("nextCursor", tasks.get(to - 1).id()) : result;
    }

    private static int position(List<Task> tasks, JsonNode cursor) throws RpcException {
        for (int i = 0; i < tasks.size(); i++) {
            if (tasks.get(i).id().equals(cursor.asText())) {
                return i;
            }
        }
        throw RpcException.invalidParams("this cursor was never issued");
    }

    private static Task named(JsonNode params, Context context) throws RpcException {
        String id = Params.text(params, "taskId");
        return context.memory().tasks().stream()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RpcException.invalidParams("there is no task with this id"));
    }
}
