package dev.touchstone.checks.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.client.Until;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.util.List;
import java.util.UUID;

/** What the methods of tasks answer to. */
@Conformance
class TaskMethods {
    static final String GET = "extensions.tasks.get";
    private static final List<String> METHODS = List.of("tasks/get", "tasks/update", "tasks/cancel");

    @Verifies("extensions.tasks.methods-gated")
    void the_methods_are_refused_to_those_who_do_not_declare_tasks(
            StatelessClient client, TaskHandles tasks, Expect expect) {
        TaskHandles.Handle handle = tasks.demand(expect);
        for (String method : METHODS) {
            Reply reply = client.ask(client.request(method, params(method, handle.id())));
            expect.that(method + " without the extension", reply)
                    .holds(
                            reply.refusalCode() == ErrorCode.MISSING_CAPABILITY,
                            "JSON-RPC error " + ErrorCode.MISSING_CAPABILITY);
        }
    }

    @Verifies("extensions.tasks.unknown-id")
    void an_unknown_task_is_an_invalid_param(StatelessClient client, TaskHandles tasks, Expect expect) {
        found(client, tasks, expect);
        for (String method : METHODS) {
            Reply reply = client.ask(Declared.tasks(
                    client, method, params(method, UUID.randomUUID().toString())));
            if (method.equals("tasks/get")) {
                expect.that(method + " with an unknown id", reply)
                        .holds(
                                reply.refusalCode() == ErrorCode.INVALID_PARAMS,
                                "JSON-RPC error " + ErrorCode.INVALID_PARAMS);
            } else if (reply.refusalCode() == 0) {
                expect.seen(reply).deviates(method + " with an unknown id: a JSON-RPC error", reply.inShort());
            }
        }
    }

    @Verifies("extensions.tasks.removed")
    void the_methods_and_params_of_earlier_tasks_are_gone(StatelessClient client, TaskHandles tasks, Expect expect) {
        TaskHandles.Handle handle = tasks.demand(expect);
        for (String method : List.of("tasks/result", "tasks/list")) {
            Reply reply = client.provoke(Declared.tasks(client, method, handle.params()));
            expect.that(method, reply)
                    .holds(
                            reply.refusalCode() == ErrorCode.METHOD_NOT_FOUND,
                            "JSON-RPC error " + ErrorCode.METHOD_NOT_FOUND);
        }
        ObjectNode usual = handle.tool().params();
        if (client.ask("tools/call", usual).succeeded()) {
            ObjectNode params = handle.tool().params();
            params.putObject("task").put("ttl", 60_000);
            Reply reply = client.provoke(client.request("tools/call", params));
            expect.that("a call of " + handle.tool().shown() + " with the param task", reply)
                    .holds(
                            reply.succeeded()
                                    && !reply.result().has("task")
                                    && !reply.result().has("taskId"),
                            "the result of the same call without it");
        }
    }

    @Verifies("extensions.tasks.headers")
    void the_name_header_repeats_the_id_of_the_task(StatelessClient client, TaskHandles tasks, Expect expect) {
        TaskHandles.Handle handle = found(client, tasks, expect);
        ObjectNode request = Declared.tasks(client, "tasks/get", handle.params());
        Reply reply = client.reply(
                request,
                client.post(request)
                        .with(StatelessClient.NAME, UUID.randomUUID().toString()));

        expect.that("tasks/get with " + StatelessClient.NAME + " of another task", reply)
                .holds(reply.refusalCode() == ErrorCode.HEADER_MISMATCH, "JSON-RPC error " + ErrorCode.HEADER_MISMATCH);
    }

    @Verifies("extensions.tasks.notifications")
    void listening_to_tasks_needs_the_extension(StatelessClient client, TaskHandles tasks, Expect expect) {
        TaskHandles.Handle handle = tasks.demand(expect);
        ObjectNode params = Json.object();
        params.putObject("notifications").putArray("taskIds").add(handle.id());
        Exchange refused = first(client, client.request("subscriptions/listen", params));
        expect.that("listening to a task without the extension", refused)
                .holds(
                        refused.messages().stream()
                                .anyMatch(message -> JsonRpc.code(message) == ErrorCode.MISSING_CAPABILITY),
                        "JSON-RPC error " + ErrorCode.MISSING_CAPABILITY);
        Exchange begun = first(client, Declared.tasks(client, "subscriptions/listen", params));
        JsonNode granted = begun.messages().stream()
                .findFirst()
                .map(message -> message.at("/params/notifications/taskIds"))
                .orElse(Json.object().path("none"));
        expect.that("listening to a task with the extension", begun)
                .holds(
                        begun.messages().stream().noneMatch(JsonRpc::isError)
                                && Json.each(granted)
                                        .filter(id -> !id.isMissingNode())
                                        .allMatch(id -> id.asText().equals(handle.id())),
                        "an acknowledgement that names no other task");
    }

    private static Exchange first(StatelessClient client, ObjectNode request) {
        return client.post(request).reading(Until.anything()).send();
    }

    /** A task that is found under its id. */
    private static TaskHandles.Handle found(StatelessClient client, TaskHandles tasks, Expect expect) {
        TaskHandles.Handle handle = tasks.demand(expect);
        Reply control = client.ask(Declared.tasks(client, "tasks/get", handle.params()));
        expect.control(control, "tasks/get of " + handle.id());
        return handle;
    }

    static ObjectNode params(String method, String id) {
        ObjectNode params = Json.object().put("taskId", id);
        if (method.equals("tasks/update")) {
            params.putObject("inputResponses");
        }
        return params;
    }
}
