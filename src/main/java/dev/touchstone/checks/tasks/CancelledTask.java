package dev.touchstone.checks.tasks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.CallableTool;
import dev.touchstone.junit.Shared;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task that was cancelled while it was working, recorded once. */
@Shared(Shared.Per.DIALECT)
final class CancelledTask {
    private final McpClient client;
    private final TaskLife life;
    private @Nullable Story story;

    /**
     * What was seen, in this order.
     *
     * @param created the answer to the call
     * @param cancelled tasks/cancel at once
     * @param after tasks/get at once
     * @param meanwhile another call of the tool, which takes as long as the cancelled one would have
     * @param last tasks/get after that
     */
    record Story(Reply created, Reply cancelled, Reply after, Reply meanwhile, Reply last) {}

    CancelledTask(McpClient client, TaskLife life) {
        this.client = client;
        this.life = life;
    }

    /**
     * The story of a task that was cancelled in time.
     *
     * @throws Inconclusive if the cancellation was refused, as it has to be when the task was over before
     */
    synchronized Story of(Expect expect) {
        if (story == null) {
            CallableTool tool = life.of(expect).tool();
            try (Session session = client.connect()) {
                story = told(session, tool);
            }
        }
        List.of(story.created(), story.cancelled(), story.after(), story.last()).forEach(expect::seen);
        if (!story.cancelled().succeeded()) {
            throw new Inconclusive("the task could not be cancelled, it may have been over before: "
                    + story.cancelled().inShort());
        }
        return story;
    }

    private static Story told(Session session, CallableTool tool) {
        Reply created = session.ask("tools/call", TaskMessages.asTask(tool));
        ObjectNode about = TaskMessages.about(TaskMessages.createdId(created)
                .orElseThrow(() -> Inconclusive.blockedBy("tasks.create.result", created.inShort())));
        Reply cancelled = session.ask("tasks/cancel", about);
        Reply after = session.ask("tasks/get", about);
        Reply meanwhile = session.ask("tools/call", TaskMessages.asTask(tool));
        TaskMessages.createdId(meanwhile).ifPresent(id -> session.ask("tasks/result", TaskMessages.about(id)));
        return new Story(created, cancelled, after, meanwhile, session.ask("tasks/get", about));
    }
}
