package dev.touchstone.checks.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.CallableTool;
import dev.touchstone.junit.CallableTools;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Shown;
import java.util.List;

/** Whether a server does about tasks what it declares, and nothing else. */
@Conformance
class Support {

    @Verifies("tasks.capability.declared")
    void tasks_are_served_where_they_are_declared_and_only_there(
            Session session, Dialect dialect, Observed observed, Lists lists, Expect expect) {
        expect.seen(session.opening()).seen(observed.unknownMethod());
        if (!dialect.capabilities().isObject()) {
            throw Inconclusive.blockedBy("lifecycle.initialize.capabilities-object", "nothing can be read from it");
        }
        Reply get = session.ask("tasks/get", TaskMessages.about(TaskMessages.nobodys()));
        expect.seen(get);
        boolean declared = dialect.offers("tasks");
        if (get.message().isEmpty() && (declared || !get.evidence().get(0).refused())) {
            throw new Inconclusive("no response to tasks/get: " + get.inShort());
        }
        boolean unknown = get.code() == ErrorCode.METHOD_NOT_FOUND
                || (get.code() == observed.unknownMethod().code() && !get.succeeded());

        if (declared) {
            expect.that("tasks/get, where the tasks capability is declared", get)
                    .holds(get.code() != ErrorCode.METHOD_NOT_FOUND, "anything but an unknown method");
            return;
        }
        expect.that("tasks/get, where no tasks capability is declared", get)
                .holds(unknown || get.message().isEmpty(), "what any unknown method is answered");
        lists.items(Lists.Kind.TOOLS).stream()
                .filter(tool -> List.of("optional", "required").contains(taskSupport(tool)))
                .limit(1)
                .forEach(tool -> expect.deviates(
                        "the tasks capability where a tool runs as a task",
                        "the tool " + Shown.of(tool.path("name")) + " with taskSupport \"" + taskSupport(tool)
                                + "\", and no tasks capability"));
    }

    private static String taskSupport(JsonNode tool) {
        return tool.at("/execution/taskSupport").asText();
    }

    @Verifies("tasks.capability.shape")
    void what_is_declared_of_tasks_has_its_shape(Observed observed, Expect expect) {
        Schema.judge(observed.initialize(), "initialize", "tasks.capability.shape", expect);
    }

    @Verifies("tasks.cancel.undeclared")
    void tasks_cancel_is_unknown_where_it_is_not_declared(
            Session session, Dialect dialect, Observed observed, Expect expect) {
        expect.seen(session.opening()).seen(observed.unknownMethod());
        if (dialect.feature("tasks.cancel").offered().orElse(true)) {
            throw new NotApplicable(dialect.feature("tasks.cancel").evidence());
        } else if (observed.unknownMethod().code() != ErrorCode.METHOD_NOT_FOUND) {
            throw Inconclusive.blockedBy(
                    "jsonrpc.error.method-not-found", observed.unknownMethod().inShort());
        }

        expect.that("tasks/cancel", session.ask("tasks/cancel", TaskMessages.about(TaskMessages.nobodys())))
                .error(ErrorCode.METHOD_NOT_FOUND);
    }

    @Verifies("tasks.undeclared.augmentation-ignored")
    void a_call_as_a_task_is_an_ordinary_call_where_there_are_no_tasks(
            Session session, Dialect dialect, CallableTools tools, Expect expect) {
        if (dialect.offers("tasks.requests.tools.call")) {
            throw new NotApplicable(dialect.feature("tasks.requests.tools.call").evidence());
        }
        CallableTool tool = tools.demand().get(0);
        expect.control(session.ask("tools/call", tool.params()), "tools/call of " + tool.shown() + " without a task");

        Reply reply = asTask(session, tool);
        expect.that("tools/call of " + tool.shown() + " with a task", reply)
                .holds(
                        reply.result().path("content").isArray()
                                && !reply.result().has("task"),
                        "the result of the tool, as without a task");
    }

    @Verifies("tasks.tool.forbidden-refused")
    void a_tool_that_does_not_run_as_a_task_is_not_called_as_one(Session session, CallableTools tools, Expect expect) {
        CallableTool tool = tools.demand().stream()
                .filter(any -> List.of("", "forbidden").contains(taskSupport(any.listed())))
                .findFirst()
                .orElseThrow(() -> new NotApplicable("every tool that may be called runs as a task"));
        expect.control(session.ask("tools/call", tool.params()), "tools/call of " + tool.shown() + " without a task");

        expect.that("tools/call of " + tool.shown() + " as a task", asTask(session, tool))
                .error(ErrorCode.METHOD_NOT_FOUND);
    }

    @Verifies("tasks.tool.required-refused")
    void a_tool_that_runs_as_a_task_only_is_not_called_otherwise(Session session, CallableTools tools, Expect expect) {
        CallableTool tool = tools.asTasks().stream()
                .filter(any -> taskSupport(any.listed()).equals("required"))
                .findFirst()
                .orElseThrow(() -> new NotApplicable("no tool that may be called runs as a task only"));
        Reply plain = session.provoke(JsonRpc.request(session.nextId(), "tools/call", tool.params()));
        expect.seen(plain);

        String label = "tools/call of " + tool.shown() + " without a task";
        if (plain.code() == ErrorCode.INVALID_REQUEST) {
            expect.deviates(label + ": JSON-RPC error " + ErrorCode.METHOD_NOT_FOUND, label + ": " + plain.inShort());
            return;
        }
        expect.that(label, plain).error(ErrorCode.METHOD_NOT_FOUND);
    }

    private static Reply asTask(Session session, CallableTool tool) {
        return session.provoke(JsonRpc.request(session.nextId(), "tools/call", TaskMessages.asTask(tool)));
    }
}
