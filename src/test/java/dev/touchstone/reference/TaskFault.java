package dev.touchstone.reference;

import static dev.touchstone.reference.TaskAnswers.answers;
import static dev.touchstone.reference.TaskAnswers.asTask;
import static dev.touchstone.reference.TaskAnswers.created;
import static dev.touchstone.reference.TaskAnswers.once;
import static dev.touchstone.reference.TaskAnswers.results;
import static dev.touchstone.reference.TaskAnswers.taskId;
import static dev.touchstone.reference.TaskAnswers.unknownIs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.SseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What servers get wrong about tasks. */
enum TaskFault implements Fault {

    /** Tasks are served although the capability was forgotten. */
    TASKS_UNDECLARED(
            "tasks.capability.declared",
            () -> answers((call, response) -> {
                TaskAnswers.withdrawn(call, response, Set.of("tasks/get"));
                if (asTask(call)) {
                    TaskAnswers.plain(response);
                }
            })),

    /** Parts of the capability are booleans. */
    TASKS_DECLARED_BY_TRUE(
            "tasks.capability.shape",
            () -> Behaviours.initializing(
                    result -> result.withObject("/capabilities/tasks").put("list", true))),

    /** A server without tasks refuses the member that asks for one. */
    TASK_MEMBER_REFUSED(
            "tasks.undeclared.augmentation-ignored",
            () -> answers((call, response) -> {
                TaskAnswers.withdrawn(call, response, Set.of());
                if (asTask(call)) {
                    Behaviours.error(response, -32602, "unknown member task");
                }
            })),

    /** Tools that do not run as tasks are called all the same. */
    TASK_FORBIDDEN_AND_CALLED(
            "tasks.tool.forbidden-refused",
            () -> answers((call, response) -> {
                if (asTask(call) && response.has("error")) {
                    TaskAnswers.plain(response);
                }
            })),

    /** A tool that runs as a task only is called without one. */
    TASK_REQUIRED_AND_CALLED("tasks.tool.required-refused", () -> answers(TaskAnswers::required)),

    /** A tool that may run as a task runs as nothing else. */
    TASK_OPTIONAL_AND_DEMANDED(
            "tasks.tool.optional-both",
            () -> answers((call, response) -> {
                if (isPonder(call) && !asTask(call)) {
                    Behaviours.error(response, -32600, "this tool runs as a task");
                }
            })),

    /** The task member is ignored. */
    TASK_MEMBER_IGNORED(
            "tasks.create.result",
            () -> answers((call, response) -> {
                if (asTask(call) && response.has("result")) {
                    TaskAnswers.plain(response);
                }
            })),

    /** A result comes with the task. */
    TASK_WITH_CONTENT(
            "tasks.create.no-payload",
            () -> results("tools/call", result -> {
                if (result.has("task")) {
                    result.putArray("content");
                }
            })),

    /** The task is told of when it is over. */
    TASK_TOLD_LATE(
            "tasks.create.soon",
            () -> created(
                    (call, task) -> LockSupport.parkNanos(Duration.ofMillis(800).toNanos()))),

    /** The id that the client proposes is taken. */
    TASK_ID_AS_PROPOSED(
            "tasks.id.receiver-generated",
            () -> created((call, task) -> {
                if (call.params().path("task").has("taskId")) {
                    task.set("taskId", call.params().path("task").get("taskId"));
                }
            })),

    /** All tasks of a session have the id of the first. */
    TASK_ID_OF_SESSION("tasks.id.unique", () -> {
        Map<String, String> first = new ConcurrentHashMap<>();
        return created((call, task) -> task.put(
                "taskId",
                first.computeIfAbsent(
                        call.session().id(), session -> task.path("taskId").asText())));
    }),

    /** The ids count upwards. */
    TASK_ID_COUNTS_UP("tasks.security.id-entropy", () -> {
        AtomicInteger last = new AtomicInteger(1000);
        return new Behaviour() {
            @Override
            public String newTaskId() {
                return "task-" + last.incrementAndGet();
            }
        };
    }),

    /** A task begins in a status that is not its first. */
    TASK_BEGINS_COMPLETED(
            "tasks.status.initial-working", () -> created((call, task) -> task.put("status", "completed"))),

    /** The words of the job library are used. */
    TASK_RUNNING(
            "tasks.status.enum",
            () -> results("tasks/get", result -> {
                if (result.path("status").asText().equals("working")) {
                    result.put("status", "running");
                }
            })),

    /** A cancel that is refused leaves its mark. */
    TASK_CANCELLED_AFTER_ITS_END("tasks.status.terminal-final", () -> {
        Set<String> asked = ConcurrentHashMap.newKeySet();
        return answers((call, response) -> {
            if (call.method().equals("tasks/cancel")) {
                asked.add(taskId(call));
            } else if (call.method().equals("tasks/get") && asked.contains(taskId(call)) && response.has("result")) {
                response.withObject("/result").put("status", "cancelled");
            }
        });
    }),

    /** The time of creation is the time of the answer. */
    TASK_CREATED_NOW(
            "tasks.timestamps.created-at",
            () -> results(
                    "tasks/get", result -> result.put("createdAt", Instant.now().toString()))),

    /** Times are given in milliseconds. */
    TASK_UPDATED_IN_MILLISECONDS(
            "tasks.timestamps.last-updated-at", () -> results("tasks/get", result -> result.put("lastUpdatedAt", "0"))),

    /** The lifetime is a string. */
    TASK_TTL_IN_WORDS("tasks.ttl.actual-reported", () -> results("tasks/get", result -> result.put("ttl", "1 min"))),

    /** The state is wrapped as in the answer to the call. */
    TASK_STATE_WRAPPED(
            "tasks.get.result",
            () -> results("tasks/get", result -> {
                ObjectNode state = result.deepCopy();
                result.removeAll();
                result.set("task", state);
            })),

    /** The state comes as a stream. */
    TASK_STATE_STREAMED(
            "tasks.get.no-sse",
            () -> Behaviours.amending(
                    request -> request.asks("tasks/get"),
                    reply -> Reply.events(List.of(SseEvent.data(Behaviours.text(reply)))))),

    /** A result can be fetched once. */
    TASK_RESULT_ONLY_ONCE("tasks.result.terminal-returns-final", () -> {
        BiPredicate<String, String> first = once();
        return answers((call, response) -> {
            if (call.method().equals("tasks/result") && response.has("result") && !first.test("", taskId(call))) {
                Behaviours.error(response, -32602, "there is no task with this id");
            }
        });
    }),

    /** The result of a working task is refused. */
    TASK_RESULT_NOT_READY("tasks.result.blocks", Impatient::new),

    /** The result has a member that the plain call has not. */
    TASK_RESULT_ENRICHED(
            "tasks.result.exact",
            () -> results(
                    "tasks/result",
                    result -> result.putObject("structuredContent").put("took", 1))),

    /** The result does not name its task. */
    TASK_RESULT_NAMELESS("tasks.result.related-meta", () -> results("tasks/result", result -> result.remove("_meta"))),

    /** Metadata overrules the params. */
    TASK_BY_METADATA(
            "tasks.related-meta.param-wins",
            () -> results("tasks/get", (call, result) -> {
                String related = call.params()
                        .at("/_meta/io.modelcontextprotocol~1related-task/taskId")
                        .asText();
                if (!related.isEmpty()) {
                    result.put("taskId", related);
                }
            })),

    /** The state names its task in the metadata as well. */
    TASK_NAMED_TWICE(
            "tasks.related-meta.not-in-results",
            () -> results("tasks/get", (call, result) -> related(result, taskId(call)))),

    /** The list of tasks is always empty. */
    TASKS_NOT_LISTED(
            "tasks.list.get-implies-list",
            () -> results("tasks/list", result -> {
                result.removeAll();
                result.putArray("tasks");
            })),

    /** Cursors are ignored. */
    TASKS_CURSOR_IGNORED(
            "tasks.list.invalid-cursor",
            () -> answers((call, response) -> {
                if (call.method().equals("tasks/list") && response.has("error")) {
                    response.remove("error");
                    response.putObject("result").putArray("tasks");
                }
            })),

    /** The list is declared where nobody can be told from another. */
    TASKS_LISTED_TO_ALL("tasks.security.no-list-without-identity", () -> OddBehaviours.sessionId("")),

    /** Tasks can be cancelled although it was not declared. */
    TASK_CANCEL_UNDECLARED(
            "tasks.cancel.undeclared",
            () -> Behaviours.initializing(
                    result -> result.withObject("/capabilities/tasks").remove("cancel"))),

    /** Cancelling a finished task is no error. */
    TASK_CANCELLED_TWICE(
            "tasks.cancel.terminal-refused",
            () -> answers((call, response) -> {
                if (call.method().equals("tasks/cancel")
                        && response.at("/error/message").asText().startsWith("the task cannot")) {
                    response.remove("error");
                    status(response.putObject("result").put("taskId", taskId(call)), "completed");
                }
            })),

    /** The answer to a cancel comes before it takes effect. */
    TASK_CANCELLED_SOON(
            "tasks.cancel.status-before-response",
            () -> results("tasks/cancel", result -> result.put("status", "working"))),

    /** A cancelled task is completed by its worker. */
    TASK_CANCELLED_FOR_A_WHILE("tasks.cancel.sticks", () -> {
        BiPredicate<String, String> first = once();
        return results("tasks/get", (call, result) -> {
            if (result.path("status").asText().equals("cancelled") && !first.test("", taskId(call))) {
                result.put("status", "completed");
            }
        });
    }),

    /** The state of an unknown task is an internal error. */
    TASK_UNKNOWN_TO_GET("tasks.errors.unknown-id-get", () -> unknownIs("tasks/get", -32603, "there is no such task")),

    /** The result of an unknown task is an internal error. */
    TASK_UNKNOWN_TO_RESULT(
            "tasks.errors.unknown-id-result", () -> unknownIs("tasks/result", -32603, "there is no such task")),

    /** Cancelling an unknown task is an internal error. */
    TASK_UNKNOWN_TO_CANCEL(
            "tasks.errors.unknown-id-cancel",
            () -> answers((call, response) -> {
                if (response.at("/error/message").asText().startsWith("there is no task")
                        && call.method().equals("tasks/cancel")) {
                    Behaviours.error(response, -32603, "there is no such task");
                }
            })),

    /** Refusals give the name of their code. */
    TASK_REFUSALS_WITHOUT_WORDS("tasks.errors.informative", () -> unknownIs("tasks/", -32602, "Invalid params")),

    /** A status notification lacks a member. */
    TASK_NOTIFICATION_WITHOUT_TTL(
            "tasks.status-notification.full-task", () -> notifying(params -> params.remove("ttl"))),

    /** A status notification names its task twice. */
    TASK_NOTIFICATION_WITH_METADATA(
            "tasks.status-notification.no-related-meta",
            () -> notifying(params -> related(params, params.path("taskId").asText())));

    private final Defect defect;

    TaskFault(String requirement, Supplier<Behaviour> behaviour) {
        this.defect = Defect.breaking(requirement, behaviour).only("2025-11-25");
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static boolean isPonder(Call call) {
        return call.method().equals("tools/call")
                && call.params().path("name").asText().equals("ponder");
    }

    private static void related(ObjectNode owner, String taskId) {
        owner.putObject("_meta")
                .putObject("io.modelcontextprotocol/related-task")
                .put("taskId", taskId);
    }

    private static void status(ObjectNode task, String status) {
        String now = Instant.now().toString();
        task.put("status", status)
                .put("createdAt", now)
                .put("lastUpdatedAt", now)
                .put("ttl", 60_000);
    }

    private static Behaviour notifying(Consumer<ObjectNode> change) {
        ObjectNode notification = Behaviours.parse("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tasks/status\"}");
        ObjectNode params = notification.putObject("params").put("taskId", "some");
        status(params, "working");
        change.accept(params);
        return Behaviours.amending(
                request -> request.asks("tools/call")
                        && request.json().orElseThrow().at("/params/task").isObject(),
                reply -> Behaviours.first(reply, SseEvent.message(notification)));
    }

    /** Refuses to wait for the result of a task, the first time. */
    private static final class Impatient implements Behaviour {
        private final BiPredicate<String, String> first = once();

        @Override
        public Optional<Reply> intercept(Request request) {
            if (!request.asks("tasks/result")) {
                return Optional.empty();
            }
            ObjectNode message = ((ObjectNode) request.json().orElseThrow()).deepCopy();
            String id = message.at("/params/taskId").asText();
            if (id.startsWith("touchstone") || !first.test("", id)) {
                return Optional.empty();
            }
            message.remove(List.of("method", "params"));
            return Optional.of(Reply.json(200, Behaviours.error(message, -32603, "the task is not ready")));
        }
    }
}
