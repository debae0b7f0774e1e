package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.error;
import static dev.touchstone.reference.StatelessBehaviours.CAPABILITIES;
import static dev.touchstone.reference.StatelessBehaviours.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A server without sessions that offers the extension for tasks: every call of a client that declares it becomes one.
 * What it decides can be decided otherwise.
 */
class TaskServer implements Behaviour {
    static final String TASKS = "io.modelcontextprotocol/tasks";

    private static final Set<String> METHODS = Set.of("tasks/get", "tasks/update", "tasks/cancel");

    private final Map<String, ObjectNode> results = new ConcurrentHashMap<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    /** Whether a client may use tasks. */
    boolean entitles(Request request) {
        return declares(request);
    }

    /** The id of the next task. */
    String nextId() {
        return UUID.randomUUID().toString();
    }

    /** Whether a header names the task that the params name. */
    boolean matches(Request request, String id) {
        return request.header("Mcp-Name").map(id::equals).orElse(false);
    }

    /** Has the last word on what is said of tasks. */
    ObjectNode tell(Call call, ObjectNode response) {
        return response;
    }

    @Override
    public final ObjectNode answer(Call call, ObjectNode response) {
        return tell(call, decide(call, response));
    }

    private ObjectNode decide(Call call, ObjectNode response) {
        if (call.method().equals("server/discover") && response.get("result") instanceof ObjectNode result) {
            result.withObject("/capabilities/extensions").putObject(TASKS);
        } else if (call.method().equals("tools/call") && response.has("result") && declares(call.request())) {
            return begin(response);
        } else if (METHODS.contains(call.method())) {
            return task(call, response);
        }
        return response;
    }

    private static boolean declares(Request request) {
        return meta(request).path(CAPABILITIES).path("extensions").has(TASKS);
    }

    private ObjectNode begin(ObjectNode response) {
        String id = nextId();
        results.put(id, response.withObject("/result").deepCopy());
        response.set("result", describe(id, "working").put("resultType", "task"));
        return response;
    }

    private ObjectNode task(Call call, ObjectNode response) {
        String id = call.params().path("taskId").asText();
        if (!entitles(call.request())) {
            return undeclared(response);
        } else if (!matches(call.request(), id)) {
            return error(response, -32020, "Mcp-Name differs from the body");
        } else if (!results.containsKey(id)) {
            return error(response, -32602, "unknown task");
        }
        response.remove("error");
        response.set("result", result(call.method(), id).put("resultType", "complete"));
        response.withObject("/result/_meta/io.modelcontextprotocol~1serverInfo")
                .put("name", "tasks")
                .put("version", "1");
        return response;
    }

    private static ObjectNode undeclared(ObjectNode response) {
        error(response, -32021, "the client does not declare tasks")
                .withObject("/error/data/requiredCapabilities/extensions")
                .putObject(TASKS);
        return response;
    }

    private ObjectNode result(String method, String id) {
        if (!method.equals("tasks/get")) {
            return Behaviours.parse("{}");
        } else if (asked.merge(id, 1, Integer::sum) == 1) {
            return describe(id, "working");
        }
        ObjectNode task = describe(id, "completed");
        task.set("result", results.get(id));
        return task;
    }

    private static ObjectNode describe(String id, String status) {
        String now = Instant.now().toString();
        ObjectNode task = Behaviours.parse("{}").put("taskId", id).put("status", status);
        task.put("createdAt", now)
                .put("lastUpdatedAt", now)
                .put("ttlMs", 60_000)
                .put("pollIntervalMs", 10);
        task.withObject("/_meta/io.modelcontextprotocol~1serverInfo")
                .put("name", "tasks")
                .put("version", "1");
        return task;
    }

    @Override
    public Optional<Reply> intercept(Request request) {
        if (!SubscriptionBehaviours.listens(request) || entitles(request)) {
            return Optional.empty();
        }
        ObjectNode message = request.json().orElseThrow().deepCopy();
        message.remove(List.of("method", "params"));
        return SubscriptionBehaviours.wishes(request).has("taskIds")
                ? Optional.of(Reply.json(400, undeclared(message)))
                : Optional.empty();
    }

    @Override
    public Reply amend(Request request, Reply reply) {
        boolean refused = StatelessBehaviours.refusal(reply, -32021) || StatelessBehaviours.refusal(reply, -32020);
        return refused ? reply.withStatus(400) : reply;
    }
}
