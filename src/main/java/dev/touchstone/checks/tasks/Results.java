package dev.touchstone.checks.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.checks.tasks.TaskLife.Life;
import dev.touchstone.client.Reply;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Shown;
import java.util.Set;
import java.util.TreeSet;

/** What a task yields. */
@Conformance
class Results {
    private static final String FINAL = "tasks.result.terminal-returns-final";

    @Verifies(FINAL)
    void a_finished_task_yields_what_the_call_was_for(TaskLife tasks, Expect expect) {
        Life life = tasks.of(expect);
        expect.seen(life.late());
        if (!TaskMessages.isOver(life.late())) {
            throw new Inconclusive("the task did not come to its end in time: " + TaskMessages.inShort(life.late()));
        } else if (!TaskMessages.status(life.late()).equals("completed")) {
            throw new Inconclusive("the task ended as " + TaskMessages.status(life.late())
                    + ": name a tool that succeeds, and its arguments, by -Dfixtures");
        }

        expect.that("tasks/result of a completed task", life.again())
                .holds(life.again().result().path("content").isArray(), "the result of the call, with content");
    }

    @Verifies("tasks.result.blocks")
    void the_result_is_waited_for(TaskLife tasks, Expect expect) {
        Life life = tasks.of(expect);
        expect.seen(life.early()).seen(life.awaited()).seen(life.late());
        if (TaskMessages.isOver(life.early()) || !life.early().succeeded()) {
            throw new NotApplicable(
                    "the task was over when its result was asked for: " + TaskMessages.inShort(life.early()));
        } else if (life.awaited().isLost()) {
            throw new Inconclusive(
                    "the result did not come in time; the task is of " + TaskMessages.inShort(life.late()));
        }

        boolean over = TaskMessages.isOver(life.late());
        boolean yielded = life.awaited().succeeded() || !life.again().succeeded();
        expect.holds(
                over && yielded,
                "the answer to tasks/result when the task is over, and what it yields",
                "tasks/result of a working task: " + life.awaited().inShort() + ", and then "
                        + TaskMessages.inShort(life.late()));
    }

    @Verifies("tasks.result.exact")
    void the_result_is_that_of_the_plain_call(TaskLife tasks, Expect expect) {
        Life life = tasks.of(expect);
        Reply plain = life.plain()
                .orElseThrow(() -> new NotApplicable(
                        "the tool " + life.tool().shown() + " runs as a task only, so there is nothing to compare"));
        expect.control(plain, "the same call without a task").seen(life.again());
        demandFinal(life);

        Set<String> wanted = shape(plain.result());
        Set<String> given = shape(life.again().result());
        String seen = "tasks/result with " + String.join(", ", given);
        expect.holds(given.contains("content"), "content, as in the plain call", seen);
        if (!given.equals(wanted)) {
            expect.deviates("the members and kinds of content of the plain call: " + String.join(", ", wanted), seen);
        }
    }

    /** What has to be the same although the values may differ from call to call. */
    private static Set<String> shape(JsonNode result) {
        Set<String> parts = new TreeSet<>();
        ObjectNode own = ((ObjectNode) result).deepCopy();
        own.remove("_meta");
        own.fieldNames().forEachRemaining(parts::add);
        own.path("content")
                .forEach(content -> parts.add(
                        "content of type " + Shown.text(content.path("type").asText())));
        return parts;
    }

    @Verifies("tasks.result.related-meta")
    void the_result_names_its_task(TaskLife tasks, Expect expect) {
        Life life = tasks.of(expect);
        expect.seen(life.again());
        demandFinal(life);

        JsonNode related = life.again().result().path("_meta").path(TaskMessages.RELATED_TASK);
        expect.holds(
                related.path("taskId").asText().equals(life.id()),
                "_meta with " + TaskMessages.RELATED_TASK + " and the taskId " + Shown.quoted(life.id()),
                "tasks/result with " + (related.isMissingNode() ? "no such member" : related.toString()));
    }

    private static void demandFinal(Life life) {
        if (!life.again().succeeded()) {
            throw Inconclusive.blockedBy(FINAL, "tasks/result: " + life.again().inShort());
        }
    }

    @Verifies("tasks.tool.optional-both")
    void a_tool_that_may_run_as_a_task_may_be_called_plainly(TaskLife tasks, Expect expect) {
        Life life = tasks.of(expect);
        Reply plain = life.plain()
                .orElseThrow(() -> new NotApplicable("the tool " + life.tool().shown() + " runs as a task only"));

        expect.that("tools/call of " + life.tool().shown() + " without a task", plain)
                .holds(plain.result().path("content").isArray(), "the result of the tool");
    }
}
