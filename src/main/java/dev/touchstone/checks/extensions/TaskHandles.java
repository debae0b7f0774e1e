package dev.touchstone.checks.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.CallableTool;
import dev.touchstone.junit.CallableTools;
import dev.touchstone.junit.Shared;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that the server turned into a task, for all checks that need one; made once per revision. */
@Shared(Shared.Per.DIALECT)
final class TaskHandles {
    private final StatelessClient client;
    private final CallableTools tools;
    private @Nullable Optional<Handle> handle;

    /**
     * A call and the task that it became.
     *
     * @param tool the tool that was called
     * @param reply the reply, whose result is of the type {@code task}
     */
    record Handle(CallableTool tool, Reply reply) {
        /** The result with the members of the task. */
        JsonNode task() {
            return reply.result();
        }

        /** The id of the task. */
        String id() {
            return task().path("taskId").asText();
        }

        /** The params that name the task. */
        ObjectNode params() {
            return Json.object().put("taskId", id());
        }
    }

    TaskHandles(StatelessClient client, CallableTools tools) {
        this.client = client;
        this.tools = tools;
    }

    /**
     * A task.
     *
     * @throws NotApplicable if no tool that may be called became one
     */
    synchronized Handle demand(Expect expect) {
        if (handle == null) {
            handle = tools.demand().stream()
                    .map(tool -> new Handle(tool, call(tool)))
                    .filter(made -> made.task().path("resultType").asText().equals("task"))
                    .findFirst();
        }
        Handle made = handle.orElseThrow(() -> new NotApplicable(
                "no tool that may be called became a task for a client that declares them: " + tools.remedy()));
        expect.seen(made.reply());
        return made;
    }

    /** Calls a tool for a client that can follow tasks. */
    Reply call(CallableTool tool) {
        return client.ask(Declared.tasks(client, "tools/call", tool.params()));
    }
}
