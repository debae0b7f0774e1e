package dev.touchstone.checks.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.CallableTool;
import dev.touchstone.junit.CallableTools;
import dev.touchstone.junit.Shared;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The life of one task from its creation to its end, and a second one beside it, recorded once. */
@Shared(Shared.Per.DIALECT)
final class TaskLife {
    private static final int MOST_PAGES = 20;

    private final Dialect dialect;
    private final McpClient client;
    private final CallableTools tools;
    private @Nullable List<Reply> attempts;
    private @Nullable Life life;

    /**
     * What was seen, in this order.
     *
     * @param tool the tool that was called
     * @param created the answer to the call
     * @param early tasks/get at once
     * @param awaited tasks/result at once
     * @param late tasks/get after that
     * @param again tasks/result once more
     * @param cancelled tasks/cancel of the finished task, where that is declared
     * @param last tasks/get after all that
     * @param other a second call as a task, which proposes an id for it
     * @param mixed tasks/get of the first task with metadata that names the second
     * @param plain the same call without a task, where the tool allows that
     * @param pages the list of tasks, where that is declared
     */
    record Life(
            CallableTool tool,
            Reply created,
            Reply early,
            Reply awaited,
            Reply late,
            Reply again,
            Optional<Reply> cancelled,
            Reply last,
            Reply other,
            Reply mixed,
            Optional<Reply> plain,
            List<Reply> pages) {

        /** The replies that describe the first task, in order. */
        List<Reply> states() {
            return List.of(created, early, late, last).stream()
                    .filter(Reply::succeeded)
                    .toList();
        }

        /** Its id. */
        String id() {
            return TaskMessages.createdId(created).orElseThrow();
        }
    }

    TaskLife(Dialect dialect, McpClient client, CallableTools tools) {
        this.dialect = dialect;
        this.client = client;
        this.tools = tools;
    }

    /**
     * The life, lived when it is first asked for.
     *
     * @throws NotApplicable if no tool that may be called runs as a task
     * @throws Inconclusive if no call became a task
     */
    synchronized Life of(Expect expect) {
        attempts().forEach(expect::seen);
        if (life == null) {
            throw Inconclusive.blockedBy("tasks.create.result", "no call became a task");
        }
        return life;
    }

    /**
     * The calls as tasks, tool by tool up to the first that became one, whatever came of them.
     *
     * @throws NotApplicable if no tool that may be called runs as a task
     */
    synchronized List<Reply> attempts() {
        if (attempts == null) {
            try (Session session = client.connect()) {
                attempts = attempted(session);
            }
        }
        return attempts;
    }

    List<CallableTool> demandTools() {
        List<CallableTool> some = tools.asTasks();
        if (some.isEmpty()) {
            throw new NotApplicable("no tool that may be called runs as a task: " + tools.remedy());
        }
        return some;
    }

    private List<Reply> attempted(Session session) {
        List<Reply> made = new ArrayList<>();
        for (CallableTool tool : demandTools()) {
            Reply created = session.ask("tools/call", TaskMessages.asTask(tool));
            made.add(created);
            if (TaskMessages.createdId(created).isPresent()) {
                life = lived(session, tool, created);
                break;
            }
        }
        return List.copyOf(made);
    }

    private Life lived(Session session, CallableTool tool, Reply created) {
        ObjectNode about = TaskMessages.about(TaskMessages.createdId(created).orElseThrow());
        Reply early = session.ask("tasks/get", about);
        Reply awaited = session.ask("tasks/result", about);
        Reply late = session.ask("tasks/get", about);
        Reply again = session.ask("tasks/result", about);
        Optional<Reply> cancelled =
                offers("tasks.cancel") ? Optional.of(session.ask("tasks/cancel", about)) : Optional.empty();
        Reply last = session.ask("tasks/get", about);
        ObjectNode proposing = TaskMessages.asTask(tool);
        proposing.withObject("/task").put("taskId", TaskMessages.nobodys());
        Reply other = session.provoke(request(session, "tools/call", proposing));
        ObjectNode mixed = about.deepCopy();
        mixed.putObject("_meta")
                .putObject(TaskMessages.RELATED_TASK)
                .put("taskId", TaskMessages.createdId(other).orElseGet(TaskMessages::nobodys));
        Reply chosen = session.provoke(request(session, "tasks/get", mixed));
        boolean required = tool.listed().at("/execution/taskSupport").asText().equals("required");
        Optional<Reply> plain = required ? Optional.empty() : Optional.of(session.ask("tools/call", tool.params()));
        List<Reply> pages = offers("tasks.list") ? pages(session) : List.of();
        return new Life(tool, created, early, awaited, late, again, cancelled, last, other, chosen, plain, pages);
    }

    private static ObjectNode request(Session session, String method, ObjectNode params) {
        return JsonRpc.request(session.nextId(), method, params);
    }

    private boolean offers(String capability) {
        return dialect.offers(capability);
    }

    static List<Reply> pages(Session session) {
        List<Reply> pages = new ArrayList<>();
        Reply page = session.ask("tasks/list");
        pages.add(page);
        JsonNode cursor = page.result().path("nextCursor");
        while (cursor.isTextual() && pages.size() < MOST_PAGES) {
            page = session.ask("tasks/list", Json.object().set("cursor", cursor));
            pages.add(page);
            cursor = page.result().path("nextCursor");
        }
        return pages;
    }
}
