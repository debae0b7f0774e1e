package dev.touchstone.checks.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.checks.tasks.TaskLife.Life;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What a call is answered that is to run as a task. */
@Conformance
class Creation {
    private static final Duration WORTH_WAITING = Duration.ofMillis(200);

    @Verifies("tasks.create.result")
    void a_call_as_a_task_is_answered_by_the_task(TaskLife tasks, Expect expect) {
        List<Reply> attempts = tasks.attempts();
        attempts.forEach(expect::seen);
        if (attempts.stream().noneMatch(Reply::succeeded)) {
            throw new Inconclusive("no call was accepted as a task: "
                    + attempts.get(0).inShort() + "; name a tool that succeeds, and its arguments, by -Dfixtures");
        }

        for (Reply created : attempts.stream().filter(Reply::succeeded).toList()) {
            expect.that("tools/call as a task", created)
                    .holds(TaskMessages.createdId(created).isPresent(), "a result with /task/taskId, a string");
            Schema.judge(created, "tools/call", "tasks.create.result", expect);
        }
    }

    @Verifies("tasks.create.no-payload")
    void the_task_comes_without_what_the_call_will_yield(TaskLife tasks, Expect expect) {
        Life life = tasks.of(expect);
        expect.seen(life.created());

        JsonNode result = life.created().result();
        boolean payload = result.has("content") || result.has("structuredContent");
        expect.holds(
                !payload,
                "neither content nor structuredContent beside the task",
                "tools/call as a task: a result with the members " + String.join(", ", members(result)));
    }

    private static List<String> members(JsonNode result) {
        List<String> names = new ArrayList<>();
        result.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Verifies("tasks.create.soon")
    void the_task_comes_long_before_its_end(TaskLife tasks, Expect expect) {
        Life life = tasks.of(expect);
        Exchange call = life.created().evidence().get(0);
        Exchange end = life.awaited().evidence().get(0);
        expect.seen(call).seen(end);
        Duration creation = took(call);
        Duration whole = Duration.between(call.started(), end.started()).plus(took(end));
        if (whole.compareTo(WORTH_WAITING) < 0) {
            throw new NotApplicable(
                    "the tool " + life.tool().shown() + " takes " + whole.toMillis() + " ms, too short to tell");
        }
        expect.holds(
                creation.multipliedBy(2).compareTo(whole) < 0,
                "the task in less than half of its running time",
                "the task after " + creation.toMillis() + " ms, its result after " + whole.toMillis() + " ms");
    }

    private static Duration took(Exchange exchange) {
        return exchange.response().map(response -> response.endedAfter()).orElse(Duration.ZERO);
    }

    @Verifies("tasks.id.receiver-generated")
    void a_task_id_that_the_client_proposes_is_not_taken(TaskLife tasks, Expect expect) {
        Life life = tasks.of(expect);
        expect.control(life.created(), "a call as a task without such a proposal");
        expect.seen(life.other());
        String proposed = Json.parse(life.other().evidence().get(0).request().body())
                .map(request -> request.at("/params/task/taskId").asText())
                .orElse("");
        String given = TaskMessages.createdId(life.other())
                .orElseThrow(() -> new Inconclusive("a call with a proposed task id became no task: "
                        + life.other().inShort()));

        expect.holds(
                !given.equals(proposed),
                "an id made by the server",
                given.equals(proposed) ? "the id that was proposed" : "another id than the one that was proposed");
    }

    @Verifies("tasks.id.unique")
    void task_ids_do_not_repeat(TaskLife tasks, Session session, Expect expect) {
        Life life = tasks.of(expect);
        Reply elsewhere = session.ask("tools/call", TaskMessages.asTask(life.tool()));
        List<String> ids = List.of(life.created(), life.other(), elsewhere).stream()
                .flatMap(reply -> TaskMessages.createdId(reply).stream())
                .toList();
        expect.seen(life.created()).seen(life.other()).seen(elsewhere);
        if (ids.size() < 2) {
            throw new Inconclusive("only one call became a task");
        }

        expect.holds(
                new HashSet<>(ids).size() == ids.size(),
                "a different id for each task, in other sessions too",
                "the ids " + Shown.text(String.join(", ", ids)));
    }

    @Verifies("tasks.status.initial-working")
    void a_task_begins_as_working(TaskLife tasks, Expect expect) {
        Life life = tasks.of(expect);
        expect.seen(life.created());

        JsonNode status = TaskMessages.task(life.created()).path("status");
        if (!Schema.violations(life.created(), "tools/call", "tasks.status.enum")
                .isEmpty()) {
            throw Inconclusive.blockedBy("tasks.status.enum", "status " + Shown.of(status));
        }
        expect.holds(
                status.asText().equals("working"),
                "status \"working\"",
                "tools/call as a task: status " + Shown.of(status));
    }
}
