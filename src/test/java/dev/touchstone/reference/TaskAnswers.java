package dev.touchstone.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** Short ways to change what the demo server says of tasks. */
final class TaskAnswers {
    private static final int METHOD_NOT_FOUND = -32601;
    private static final int INVALID_PARAMS = -32602;

    private TaskAnswers() {}

    /** Whether a call is to run as a task. */
    static boolean asTask(Call call) {
        return call.method().equals("tools/call") && call.params().path("task").isObject();
    }

    /** Changes the results of a method. */
    static Behaviour results(String method, Consumer<ObjectNode> change) {
        return results(method, (call, result) -> change.accept(result));
    }

    /** Changes the results of a method in view of the call. */
    static Behaviour results(String method, BiConsumer<Call, ObjectNode> change) {
        return answers((call, response) -> {
            if (call.method().equals(method) && response.get("result") instanceof ObjectNode result) {
                change.accept(call, result);
            }
        });
    }

    /** Changes responses. */
    static Behaviour answers(BiConsumer<Call, ObjectNode> change) {
        return new Behaviour() {
            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                change.accept(call, response);
                return response;
            }
        };
    }

    /** Changes the tasks that calls become. */
    static Behaviour created(BiConsumer<Call, ObjectNode> change) {
        return results("tools/call", (call, result) -> {
            if (result.get("task") instanceof ObjectNode task) {
                change.accept(call, task);
            }
        });
    }

    /** A result as of an ordinary call. */
    static void plain(ObjectNode response) {
        response.remove("error");
        response.putObject("result")
                .putArray("content")
                .addObject()
                .put("type", "text")
                .put("text", "done");
    }

    /** Takes back the capability, and the methods but for some. */
    static void withdrawn(Call call, ObjectNode response, Set<String> kept) {
        if (call.method().equals("initialize")) {
            ((ObjectNode) response.at("/result/capabilities")).remove("tasks");
        } else if (call.method().startsWith("tasks/") && !kept.contains(call.method())) {
            Behaviours.error(response, METHOD_NOT_FOUND, "unknown method");
        } else if (call.method().equals("tools/list")) {
            response.at("/result/tools").forEach(tool -> ((ObjectNode) tool).remove("execution"));
        }
    }

    /** Says something else of the tool that runs as a task. */
    static void required(Call call, ObjectNode response) {
        if (call.method().equals("tools/list")) {
            for (JsonNode tool : response.at("/result/tools")) {
                if (tool.get("execution") instanceof ObjectNode execution) {
                    execution.put("taskSupport", "required");
                }
            }
        }
    }

    /** Refuses something about tasks that are not known by another error. */
    static Behaviour unknownIs(String method, int code, String message) {
        return answers((call, response) -> {
            boolean refused = response.path("error").path("code").asInt() == INVALID_PARAMS;
            if (call.method().startsWith(method) && refused) {
                Behaviours.error(response, code, message);
            }
        });
    }

    /** A list of ids that grows with what matches. */
    static BiPredicate<String, String> once() {
        Map<String, Boolean> known = new ConcurrentHashMap<>();
        return (kind, id) -> known.putIfAbsent(kind + " " + id, true) == null;
    }

    static String taskId(Call call) {
        return call.params().path("taskId").asText();
    }
}
