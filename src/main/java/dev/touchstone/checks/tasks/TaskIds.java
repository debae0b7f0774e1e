package dev.touchstone.checks.tasks;

import dev.touchstone.checks.parts.UnguessableIds;
import dev.touchstone.checks.tasks.TaskLife.Life;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import java.util.List;
import java.util.stream.Stream;

/** Whether the id of a task can be guessed by those that it is not meant for. */
@Conformance
class TaskIds {
    @Verifies("tasks.security.id-entropy")
    void task_ids_differ_in_more_than_a_few_places(TaskLife tasks, Session session, Target target, Expect expect) {
        if (target.credentials().present()) {
            throw new NotApplicable("credentials were configured, so tasks can be bound to those who created them");
        }
        Life life = tasks.of(expect);
        Reply elsewhere = session.ask("tools/call", TaskMessages.asTask(life.tool()));
        expect.seen(life.created()).seen(life.other()).seen(elsewhere);
        List<String> ids = Stream.of(life.created(), life.other(), elsewhere)
                .flatMap(reply -> TaskMessages.createdId(reply).stream())
                .distinct()
                .toList();
        if (ids.size() < 2) {
            throw Inconclusive.blockedBy("tasks.id.unique", ids.size() + " different ids");
        }

        UnguessableIds.judge(ids, expect);
    }
}
