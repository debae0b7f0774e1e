package dev.touchstone.checks.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.CallableTool;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.target.Target;
import dev.touchstone.target.Token;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import java.util.ArrayList;
import java.util.List;

/** Whether a task is seen by another user than the one whose call became it. */
@Conformance
class TasksOfAnother {
    private static final String FOREIGN_REFUSED = "tasks.security.foreign-refused";

    /** What is done with a task while two sessions are open, its owner's and the other user's. */
    private interface Meeting {
        void with(String taskId, Session owner, Session other);
    }

    @Verifies(FOREIGN_REFUSED)
    void a_task_is_neither_shown_nor_cancelled_for_another_user(
            TaskLife tasks, McpClient client, Target target, Dialect dialect, Expect expect) {
        meet(tasks, client, target, expect, (id, owner, other) -> {
            ObjectNode about = TaskMessages.about(id);
            expect.control(owner.ask("tasks/get", about), "tasks/get of the user whose task it is");
            List<String> methods = new ArrayList<>(List.of("tasks/get", "tasks/result"));
            if (dialect.feature("tasks.cancel").offered().orElse(false)) {
                methods.add("tasks/cancel");
            }
            for (String method : methods) {
                Reply reply = other.ask(method, about);
                boolean answered = reply.evidence().get(0).response().isPresent();
                expect.seen(reply)
                        .holds(
                                answered && !reply.succeeded(),
                                method + " of another user's task: refused",
                                method + ": " + reply.inShort());
            }
        });
    }

    @Verifies("tasks.security.list-own-only")
    void the_list_of_another_user_does_not_show_the_task(
            TaskLife tasks, McpClient client, Target target, Dialect dialect, Expect expect) {
        if (!dialect.feature("tasks.list").offered().orElse(false)) {
            throw new NotApplicable("the server does not declare tasks.list");
        }
        meet(tasks, client, target, expect, (id, owner, other) -> {
            List<Reply> own = TaskLife.pages(owner);
            own.forEach(expect::seen);
            if (!shows(own, id)) {
                throw Inconclusive.blockedBy(
                        "tasks.list.get-implies-list", "the task is not in the list of its own user");
            }
            List<Reply> foreign = TaskLife.pages(other);
            foreign.forEach(expect::seen);
            expect.control(foreign.get(0), "tasks/list of the other user");
            boolean shown = shows(foreign, id);
            expect.holds(
                    !shown,
                    "no task of another user",
                    shown ? "the task " + id + " of another user" : "the task is not there");
        });
    }

    private static boolean shows(List<Reply> pages, String id) {
        for (Reply page : pages) {
            for (JsonNode task : page.result().path("tasks")) {
                if (task.path("taskId").asText().equals(id)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void meet(TaskLife tasks, McpClient client, Target target, Expect expect, Meeting meeting) {
        CallableTool tool = tasks.of(expect).tool();
        McpClient second = client.as(target.with(Token.SECOND).orElseThrow());
        try (Session owner = client.connect();
                Session other = second.connect()) {
            Reply created = owner.ask("tools/call", TaskMessages.asTask(tool));
            expect.seen(created);
            String id = TaskMessages.createdId(created)
                    .orElseThrow(() -> Inconclusive.blockedBy("tasks.create.result", created.inShort()));
            meeting.with(id, owner, other);
        }
    }
}
