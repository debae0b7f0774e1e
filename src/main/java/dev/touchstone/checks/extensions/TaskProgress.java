package dev.touchstone.checks.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is told of a task while it runs, and when it is updated and cancelled. */
@Conformance
class TaskProgress {
    /** What a task has to have in some states. */
    private static final Map<String, String> PAYLOAD =
            Map.of("completed", "result", "failed", "error", "input_required", "inputRequests");

    private static final int MOST_POLLS = 20;

    @Verifies(TaskMethods.GET)
    void a_task_says_how_it_is(StatelessClient client, TaskHandles tasks, Expect expect) {
        TaskHandles.Handle handle = tasks.demand(expect);
        Reply reply = get(client, handle);
        if (reply.succeeded()) {
            for (int poll = 1; poll < MOST_POLLS && status(reply).equals("working"); poll++) {
                client.discover();
                reply = get(client, handle);
            }
        }
        expect.that("tasks/get", reply).result();
        JsonNode task = reply.result();
        String payload = PAYLOAD.getOrDefault(status(reply), "");
        expect.holds(
                task.path("resultType").asText().equals("complete"),
                "resultType of tasks/get is complete",
                "resultType is " + Shown.of(task.path("resultType")));
        List<String> missing = new ArrayList<>(TaskCreation.missing(task));
        if (!payload.isEmpty() && !task.path(payload).isObject()) {
            missing.add(payload);
        }
        expect.holds(
                missing.isEmpty(),
                "a task that is " + Shown.text(status(reply)) + " has all that belongs to it",
                missing.isEmpty() ? "it has" : "absent or of another type: " + String.join(", ", missing));
    }

    private static Reply get(StatelessClient client, TaskHandles.Handle handle) {
        return client.ask(Declared.tasks(client, "tasks/get", handle.params()));
    }

    private static String status(Reply reply) {
        return reply.result().path("status").asText();
    }

    @Verifies("extensions.tasks.update-cancel")
    void updates_and_cancellations_are_acknowledged(StatelessClient client, TaskHandles tasks, Expect expect) {
        TaskHandles.Handle handle = tasks.demand(expect);
        String id = tasks.call(handle.tool()).result().path("taskId").asText(handle.id());
        for (String method : List.of("tasks/update", "tasks/cancel")) {
            Reply reply = client.ask(Declared.tasks(client, method, TaskMethods.params(method, id)));
            List<String> members = new ArrayList<>();
            reply.result().fieldNames().forEachRemaining(members::add);
            members.removeAll(List.of("resultType", "_meta"));
            expect.that(method, reply).result();
            expect.holds(
                    members.isEmpty()
                            && reply.result()
                                    .path("resultType")
                                    .asText("complete")
                                    .equals("complete"),
                    method + ": a complete result without members of its own",
                    members.isEmpty() ? "it has none" : "it has " + String.join(", ", members));
        }
    }
}
