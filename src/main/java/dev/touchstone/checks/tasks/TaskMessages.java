package dev.touchstone.checks.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Reply;
import dev.touchstone.junit.CallableTool;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The messages about tasks, ours and theirs. */
final class TaskMessages {
    /** The member of {@code _meta} that ties a message to a task. */
    static final String RELATED_TASK = "io.modelcontextprotocol/related-task";

    private static final int LIFETIME = 60_000;
    private static final Set<String> TERMINAL = Set.of("completed", "failed", "cancelled");

    private TaskMessages() {}

    /** The params of a call that is to run as a task. */
    static ObjectNode asTask(CallableTool tool) {
        ObjectNode params = tool.params();
        params.putObject("task").put("ttl", LIFETIME);
        return params;
    }

    /** The params of a request about a task. */
    static ObjectNode about(String taskId) {
        return Json.object().put("taskId", taskId);
    }

    /** A task id that nobody issued. */
    static String nobodys() {
        return "touchstone-" + UUID.randomUUID();
    }

    /** The task in a reply: that of a created one, or the result itself. */
    static JsonNode task(Reply reply) {
        JsonNode created = reply.result().path("task");
        return created.isObject() ? created : reply.result();
    }

    /** The id of the task that a call became, if it became one. */
    static Optional<String> createdId(Reply reply) {
        JsonNode id = reply.result().path("task").path("taskId");
        return id.isTextual() && !id.asText().isEmpty() ? Optional.of(id.asText()) : Optional.empty();
    }

    /** The status of the task in a reply, empty where there is none. */
    static String status(Reply reply) {
        return task(reply).path("status").asText();
    }

    /** Whether the task in a reply is over. */
    static boolean isOver(Reply reply) {
        return TERMINAL.contains(status(reply));
    }

    /** What is said of the task in a reply. */
    static String inShort(Reply reply) {
        return reply.succeeded() ? "status " + Shown.of(task(reply).path("status")) : reply.inShort();
    }
}
