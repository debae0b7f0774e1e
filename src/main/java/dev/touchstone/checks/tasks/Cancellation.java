package dev.touchstone.checks.tasks;

import dev.touchstone.checks.tasks.CancelledTask.Story;
import dev.touchstone.checks.tasks.TaskLife.Life;
import dev.touchstone.client.Reply;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.ErrorCode;

/** What cancelling a task does. */
@Conformance
class Cancellation {
    private static final String CANCELLED = "cancelled";
    private static final String BEFORE_RESPONSE = "tasks.cancel.status-before-response";

    @Verifies("tasks.cancel.terminal-refused")
    void a_finished_task_cannot_be_cancelled(TaskLife tasks, Expect expect) {
        Life life = tasks.of(expect);
        expect.seen(life.late());
        if (!TaskMessages.isOver(life.late())) {
            throw new Inconclusive("the task did not come to its end in time: " + TaskMessages.inShort(life.late()));
        }

        expect.that(
                        "tasks/cancel of a task with " + TaskMessages.inShort(life.late()),
                        life.cancelled().orElseThrow())
                .error(ErrorCode.INVALID_PARAMS);
    }

    @Verifies(BEFORE_RESPONSE)
    void a_cancelled_task_says_so_at_once(CancelledTask cancelled, Expect expect) {
        Story story = cancelled.of(expect);

        expect.holds(
                TaskMessages.status(story.cancelled()).equals(CANCELLED) && staysOrGoes(story.after()),
                "status \"cancelled\" in the answer to tasks/cancel and to tasks/get, unless the task is deleted",
                "tasks/cancel: " + TaskMessages.inShort(story.cancelled()) + ", tasks/get: "
                        + TaskMessages.inShort(story.after()));
    }

    @Verifies("tasks.cancel.sticks")
    void a_cancelled_task_stays_cancelled(CancelledTask cancelled, Expect expect) {
        Story story = cancelled.of(expect);
        if (!staysOrGoes(story.after())) {
            throw Inconclusive.blockedBy(BEFORE_RESPONSE, "tasks/get: " + TaskMessages.inShort(story.after()));
        }

        expect.holds(
                staysOrGoes(story.last()),
                "status \"cancelled\" after the time that the call takes, unless the task is deleted",
                "tasks/get: " + TaskMessages.inShort(story.last()));
    }

    private static boolean staysOrGoes(Reply state) {
        return TaskMessages.status(state).equals(CANCELLED) || state.code() == ErrorCode.INVALID_PARAMS;
    }
}
