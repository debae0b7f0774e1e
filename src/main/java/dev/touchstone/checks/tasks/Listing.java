package dev.touchstone.checks.tasks;

import dev.touchstone.checks.tasks.TaskLife.Life;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Json;
import java.util.List;

/** The list of tasks. */
@Conformance
class Listing {

    @Verifies("tasks.list.get-implies-list")
    void a_task_that_can_be_got_is_listed(TaskLife tasks, Expect expect) {
        Life life = tasks.of(expect);
        expect.control(life.last(), "tasks/get of the task");
        life.pages().forEach(expect::seen);
        if (life.pages().stream().anyMatch(page -> page.message().isEmpty())) {
            throw new Inconclusive(
                    "tasks/list was not answered: " + life.pages().get(0).inShort());
        }
        List<String> listed = life.pages().stream()
                .flatMap(page -> Json.each(page.result().path("tasks")))
                .map(task -> task.path("taskId").asText())
                .toList();
        if (!listed.contains(life.id())) {
            demandAllPages(life.pages());
        }

        expect.holds(
                listed.contains(life.id()),
                "the task " + life.id() + " on some page of tasks/list",
                "tasks/list: " + listed.size() + " tasks on " + life.pages().size() + " pages, "
                        + (listed.contains(life.id()) ? "this one among them" : "without this one"));
    }

    /** What is on no page that was seen may be on another. */
    private static void demandAllPages(List<Reply> pages) {
        Reply last = pages.get(pages.size() - 1);
        if (!last.succeeded()) {
            throw new Inconclusive("page " + pages.size() + " of tasks/list could not be had: " + last.inShort());
        } else if (last.result().has("nextCursor")) {
            throw new Inconclusive("the task is not among the first " + pages.size() + " pages of tasks/list");
        }
    }

    @Verifies("tasks.list.invalid-cursor")
    void a_cursor_that_nobody_issued_is_refused(Session session, Expect expect) {
        expect.control(session.ask("tasks/list"), "tasks/list without a cursor");

        Reply refusal = session.ask("tasks/list", Json.object().put("cursor", TaskMessages.nobodys()));
        expect.that("tasks/list with a cursor never issued", refusal).error(ErrorCode.INVALID_PARAMS);
    }

    @Verifies("tasks.security.no-list-without-identity")
    void only_a_server_that_knows_who_asks_lists_tasks(StreamableSession session, Target target, Expect expect) {
        boolean known = session.id().isPresent() || target.credentials().present();

        expect.seen(session.initialize());
        expect.holds(
                known,
                "a session id or credentials where tasks.list is declared",
                known ? "a session id or credentials" : "tasks.list, and nothing that tells one client from another");
    }
}
