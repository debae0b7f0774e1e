package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.error;
import static dev.touchstone.reference.Behaviours.intercepting;
import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What servers get wrong about extensions, the one for tasks above all. */
enum ExtensionFault implements Fault {

    /** An extension has a name without a prefix. */
    EXTENSION_WITHOUT_PREFIX(breaking(
            "extensions.identifiers",
            () -> StatelessBehaviours.discovering(
                    result -> result.withObject("/capabilities/extensions").putObject("pictures")))),

    /** Clients that declare an extension of somebody else are refused. */
    UNKNOWN_EXTENSION_REFUSED(breaking(
            "extensions.unknown-declared",
            () -> intercepting(
                    r -> StatelessBehaviours.meta(r)
                            .path(StatelessBehaviours.CAPABILITIES)
                            .path("extensions")
                            .has("com.example/touchstone"),
                    r -> Reply.text(400, "text/plain", "unknown extension")))),

    /** Tasks are advertised where an earlier revision had them, too. */
    TASKS_IN_THE_OLD_PLACE(breaking(
            "extensions.tasks.advertised",
            () -> telling(call -> call.method().equals("server/discover"), response -> {
                if (response.get("result") instanceof ObjectNode result) {
                    result.withObject("/capabilities").putObject("tasks");
                }
            }))),

    /** Whoever knows the id of a task may use it. */
    TASKS_FOR_EVERYBODY(breaking("extensions.tasks.methods-gated", () -> new TaskServer() {
        @Override
        boolean entitles(Request request) {
            return request.rpcMethod().startsWith("tasks/") || super.entitles(request);
        }
    })),

    /** A task is handed out in the form of an earlier revision. */
    TASK_WITHOUT_TIMES(breaking(
            "extensions.tasks.create",
            () -> telling(call -> call.method().equals("tools/call"), response -> {
                if (response.at("/result/resultType").asText().equals("task")) {
                    response.withObject("/result").remove("createdAt");
                }
            }))),

    /** What came of a task is in a request of its own, as it was in an earlier revision. */
    TASK_WITHOUT_RESULT(breaking(
            "extensions.tasks.get",
            () -> telling(call -> call.method().equals("tasks/get"), response -> {
                if (response.has("result")) {
                    response.withObject("/result").remove("result");
                }
            }))),

    /** A cancellation is answered by the whole task. */
    CANCELLATION_TELLS_THE_TASK(breaking(
            "extensions.tasks.update-cancel",
            () -> telling(call -> call.method().equals("tasks/cancel"), response -> {
                if (response.has("result")) {
                    response.withObject("/result").put("status", "cancelled");
                }
            }))),

    /** An unknown task is an error of the server. */
    UNKNOWN_TASK_IS_INTERNAL(breaking(
            "extensions.tasks.unknown-id",
            () -> telling(call -> call.method().equals("tasks/get"), response -> {
                if (response.at("/error/code").asInt() == -32602) {
                    error(response, -32603, "no such task");
                }
            }))),

    /** The method that waits for a result is still there. */
    TASK_RESULT_STILL_THERE(breaking(
            "extensions.tasks.removed",
            () -> telling(call -> call.method().equals("tasks/result"), response -> {
                response.remove("error");
                response.putObject("result").put("resultType", "complete").putArray("content");
                response.withObject("/result/_meta/io.modelcontextprotocol~1serverInfo")
                        .put("name", "tasks")
                        .put("version", "1");
            }))),

    /** The name header of tasks is not looked at. */
    TASK_HEADER_NOT_COMPARED(breaking("extensions.tasks.headers", () -> new TaskServer() {
        @Override
        boolean matches(Request request, String id) {
            return true;
        }
    })),

    /** Everybody may listen to tasks. */
    TASKS_TOLD_TO_EVERYBODY(breaking("extensions.tasks.notifications", () -> new TaskServer() {
        @Override
        boolean entitles(Request request) {
            return SubscriptionBehaviours.listens(request) || super.entitles(request);
        }
    })),

    /** Tasks are counted. */
    TASKS_ARE_COUNTED(breaking("extensions.tasks.ids", () -> new TaskServer() {
        private final AtomicInteger last = new AtomicInteger();

        @Override
        String nextId() {
            return "task-" + last.incrementAndGet();
        }
    }));

    private final Defect defect;

    ExtensionFault(Defect defect) {
        this.defect = defect.stateless();
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static TaskServer telling(Predicate<Call> when, Consumer<ObjectNode> change) {
        return new TaskServer() {
            @Override
            ObjectNode tell(Call call, ObjectNode response) {
                if (when.test(call)) {
                    change.accept(response);
                }
                return response;
            }
        };
    }
}
