package dev.touchstone.checks.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.checks.tasks.TaskLife.Life;
import dev.touchstone.client.Reply;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.util.ArrayList;
import java.util.List;

/** What is said of a task while it lives. */
@Conformance
class States {

    @Verifies("tasks.get.result")
    void the_state_of_a_task_has_all_its_members(TaskLife tasks, Expect expect) {
        Life life = tasks.of(expect);

        for (Reply state : List.of(life.early(), life.last())) {
            expect.that("tasks/get of " + Shown.text(life.id()), state).result();
            if (state.succeeded()) {
                Schema.judge(state, "tasks/get", "tasks.get.result", expect);
                String id = state.result().path("taskId").asText();
                expect.holds(
                        id.equals(life.id()), "the task that was asked for", "tasks/get: taskId " + Shown.quoted(id));
            }
        }
    }

    @Verifies("tasks.get.no-sse")
    void the_state_of_a_task_comes_without_a_stream(TaskLife tasks, Expect expect) {
        Life life = tasks.of(expect);
        expect.seen(life.early());
        if (!life.early().succeeded()) {
            throw Inconclusive.blockedBy("tasks.get.result", life.early().inShort());
        } else if (!TaskMessages.status(life.early()).equals("working")) {
            throw new Inconclusive(
                    "the task was over before it could be asked for: " + TaskMessages.inShort(life.early()));
        }

        expect.that(life.early().evidence().get(0))
                .holds(!life.early().evidence().get(0).isEventStream(), "no event stream in answer to tasks/get");
    }

    @Verifies("tasks.status.enum")
    void a_task_has_one_of_the_five_statuses(TaskLife tasks, Expect expect) {
        Life life = tasks.of(expect);

        Schema.judge(life.created(), "tools/call", "tasks.status.enum", expect);
        described(life).forEach(state -> Schema.judge(state, "tasks/get", "tasks.status.enum", expect));
    }

    @Verifies("tasks.ttl.actual-reported")
    void the_lifetime_of_a_task_is_told(TaskLife tasks, Expect expect) {
        Life life = tasks.of(expect);

        for (Reply state : described(life)) {
            JsonNode ttl = TaskMessages.task(state).path("ttl");
            expect.seen(state);
            if (ttl.isMissingNode()) {
                throw Inconclusive.blockedBy("tasks.get.result", "tasks/get tells no ttl");
            }
            expect.holds(
                    Json.isInteger(ttl) || ttl.isNull(),
                    "ttl, a whole number of milliseconds or null",
                    "tasks/get: ttl " + Shown.of(ttl));
        }
    }

    /** What tasks/get told of the task. */
    private static List<Reply> described(Life life) {
        List<Reply> states = List.of(life.early(), life.late(), life.last()).stream()
                .filter(Reply::succeeded)
                .toList();
        if (states.isEmpty()) {
            throw Inconclusive.blockedBy("tasks.get.result", life.early().inShort());
        }
        return states;
    }

    @Verifies("tasks.timestamps.created-at")
    void the_time_of_creation_is_told_and_stays(TaskLife tasks, Expect expect) {
        Life life = tasks.of(expect);
        List<String> times = Timestamps.of(life, "createdAt", expect);

        expect.holds(
                Timestamps.areOne(times),
                "the same createdAt each time",
                "createdAt " + String.join(", ", times.stream().distinct().toList()));
    }

    @Verifies("tasks.timestamps.last-updated-at")
    void the_time_of_the_last_change_is_told_and_never_goes_back(TaskLife tasks, Expect expect) {
        Life life = tasks.of(expect);
        List<String> times = Timestamps.of(life, "lastUpdatedAt", expect);

        expect.holds(
                Timestamps.neverGoBack(times),
                "lastUpdatedAt that never goes back",
                "lastUpdatedAt " + String.join(", ", times));
    }

    @Verifies("tasks.status.terminal-final")
    void a_finished_task_stays_as_it_is(TaskLife tasks, Expect expect) {
        Life life = tasks.of(expect);
        expect.seen(life.late()).seen(life.last());
        if (!TaskMessages.isOver(life.late())) {
            throw new Inconclusive("the task did not come to its end in time: " + TaskMessages.inShort(life.late()));
        } else if (!life.last().succeeded()) {
            throw Inconclusive.blockedBy("tasks.get.result", life.last().inShort());
        }

        String before = TaskMessages.status(life.late());
        String after = TaskMessages.status(life.last());
        expect.holds(
                after.equals(before),
                "status " + Shown.quoted(before) + " for good",
                "status " + Shown.quoted(after) + " after a second tasks/result"
                        + (life.cancelled().isPresent() ? " and a tasks/cancel" : ""));
    }

    @Verifies("tasks.related-meta.param-wins")
    void the_task_id_in_the_params_decides(TaskLife tasks, Expect expect) {
        Life life = tasks.of(expect);
        expect.control(life.last(), "tasks/get without metadata");
        expect.seen(life.mixed());
        if (TaskMessages.createdId(life.other()).isEmpty()) {
            throw new Inconclusive(
                    "there is no second task to name: " + life.other().inShort());
        }

        String id = TaskMessages.task(life.mixed()).path("taskId").asText();
        expect.holds(
                id.equals(life.id()),
                "the task of the params, " + Shown.text(life.id()),
                "tasks/get with metadata of another task: "
                        + (life.mixed().succeeded()
                                ? "taskId " + Shown.quoted(id)
                                : life.mixed().inShort()));
    }

    @Verifies("tasks.related-meta.not-in-results")
    void what_is_said_of_a_task_does_not_name_it_twice(TaskLife tasks, Expect expect) {
        Life life = tasks.of(expect);
        List<Reply> replies = new ArrayList<>(described(life));
        life.cancelled().filter(Reply::succeeded).ifPresent(replies::add);
        life.pages().stream().filter(Reply::succeeded).forEach(replies::add);

        for (Reply reply : replies) {
            String method = Json.parse(reply.evidence().get(0).request().body())
                    .map(request -> request.path("method").asText())
                    .orElse("");
            boolean named = reply.result().path("_meta").has(TaskMessages.RELATED_TASK);
            expect.seen(reply);
            expect.holds(
                    !named,
                    "no " + TaskMessages.RELATED_TASK + " in the result of " + method,
                    "the result of " + method + (named ? " has it" : " has none"));
        }
    }
}
