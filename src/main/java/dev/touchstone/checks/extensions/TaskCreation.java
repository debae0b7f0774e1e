package dev.touchstone.checks.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.checks.parts.UnguessableIds;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Discovered;
import dev.touchstone.junit.Verifies;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How tasks are advertised, and what a client gets that is handed one. */
@Conformance
class TaskCreation {
    static final String CREATE = "extensions.tasks.create";
    private static final Set<String> STATES = Set.of("working", "input_required", "completed", "cancelled", "failed");
    private static final int SAMPLE = 5;

    @Verifies("extensions.tasks.advertised")
    void tasks_are_advertised_as_an_extension_alone(Discovered discovered, Expect expect) {
        Reply reply = discovered.succeeded();
        JsonNode earlier = reply.result().path("capabilities").path("tasks");
        expect.seen(reply);
        expect.holds(
                earlier.isMissingNode(),
                "tasks under capabilities.extensions alone",
                earlier.isMissingNode() ? "they are there alone" : "capabilities.tasks is " + Shown.of(earlier));
    }

    @Verifies(CREATE)
    void a_task_is_described_and_found_at_once(StatelessClient client, TaskHandles tasks, Expect expect) {
        TaskHandles.Handle handle = tasks.demand(expect);
        missing(handle.task())
                .forEach(member -> expect.holds(
                        false,
                        "the result of " + handle.tool().shown() + " has a valid " + member,
                        member + " is " + Shown.of(handle.task().path(member))));
        Reply called = tasks.call(handle.tool());
        String id = called.result().path("taskId").asText();
        Reply found =
                client.ask(Declared.tasks(client, "tasks/get", Json.object().put("taskId", id)));

        expect.seen(called);
        expect.that("tasks/get right after the call", found).result();
    }

    /** The members of a task that are absent or of the wrong type. */
    static List<String> missing(JsonNode task) {
        List<String> missing = new ArrayList<>();
        for (String member : List.of("taskId", "createdAt", "lastUpdatedAt")) {
            if (!task.path(member).isTextual()) {
                missing.add(member);
            }
        }
        if (!STATES.contains(task.path("status").asText())) {
            missing.add("status");
        }
        JsonNode ttl = task.path("ttlMs");
        if (!ttl.isNull() && !ttl.isIntegralNumber()) {
            missing.add("ttlMs");
        }
        return missing;
    }

    @Verifies("extensions.tasks.ids")
    void ids_of_tasks_cannot_be_guessed(TaskHandles tasks, Target target, Expect expect) {
        if (target.credentials().present()) {
            throw new NotApplicable("credentials were configured, so tasks can be bound to those who created them");
        }
        TaskHandles.Handle handle = tasks.demand(expect);
        Set<String> ids = new LinkedHashSet<>();
        for (int call = 0; call < SAMPLE; call++) {
            Reply reply = tasks.call(handle.tool());
            expect.seen(reply);
            ids.add(reply.result().path("taskId").asText());
        }
        if (ids.contains("")) {
            throw Inconclusive.blockedBy(CREATE, "a call became no task with an id");
        }
        UnguessableIds.judge(ids, expect);
    }
}
