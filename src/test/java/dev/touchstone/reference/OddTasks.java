package dev.touchstone.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Unusual tasks. */
final class OddTasks {

    private OddTasks() {}

    static Behaviour withoutTasks() {
        return TaskAnswers.answers((call, response) -> {
            TaskAnswers.withdrawn(call, response, Set.of());
            if (TaskAnswers.asTask(call)) {
                TaskAnswers.plain(response);
            }
        });
    }

    static Behaviour taskRequired() {
        return TaskAnswers.answers((call, response) -> {
            TaskAnswers.required(call, response);
            boolean ponder = call.params().path("name").asText().equals("ponder");
            if (call.method().equals("tools/call") && ponder && !TaskAnswers.asTask(call)) {
                Behaviours.error(response, -32601, "this tool runs as a task only");
            }
        });
    }

    static Behaviour cancelledTaskDeleted() {
        return TaskAnswers.answers((call, response) -> {
            boolean cancelled = response.at("/result/status").asText().equals("cancelled");
            if (call.method().equals("tasks/get") && cancelled) {
                Behaviours.error(response, -32602, "there is no task with this id");
            }
        });
    }

    /** So many pages of other tasks come first. */
    static Behaviour manyTasks() {
        return new Behaviour() {
            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                String cursor = call.params().path("cursor").asText("p0");
                if (!call.method().equals("tasks/list") || !cursor.matches("p\\d+")) {
                    return response;
                }
                response.remove("error");
                ObjectNode result = response.putObject("result");
                result.putArray("tasks");
                result.put("nextCursor", "p" + (Integer.parseInt(cursor.substring(1)) + 1));
                return response;
            }
        };
    }

    static Behaviour quickTasks() {
        return TaskAnswers.results("tasks/get", result -> {
            if (result.path("status").asText().equals("working")) {
                result.put("status", "completed");
            }
        });
    }

    static Behaviour timesInZones() {
        AtomicInteger count = new AtomicInteger();
        return TaskAnswers.answers((call, response) -> {
            for (JsonNode task : List.of(response.at("/result"), response.at("/result/task"))) {
                if (task.has("createdAt") && task instanceof ObjectNode object) {
                    OffsetDateTime time =
                            OffsetDateTime.parse(task.path("createdAt").asText());
                    ZoneOffset zone = ZoneOffset.ofHours(count.incrementAndGet() % 12);
                    object.put("createdAt", time.withOffsetSameInstant(zone).toString());
                }
            }
        });
    }
}
