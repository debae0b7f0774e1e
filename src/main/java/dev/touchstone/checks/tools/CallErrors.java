package dev.touchstone.checks.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.CallableTools;
import dev.touchstone.junit.Called;
import dev.touchstone.junit.Calls;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.util.List;
import java.util.UUID;

/** How calls fail that cannot succeed. */
@Conformance
class CallErrors {

    @Verifies("tools.call.unknown-tool")
    void a_call_of_an_unknown_tool_does_not_succeed(Session session, Expect expect) {
        String name = "touchstone-" + UUID.randomUUID();
        ObjectNode params = Json.object().put("name", name);
        params.set("arguments", Json.object());
        Reply reply = session.ask("tools/call", params);
        expect.seen(reply);
        demandAnswer(reply, "call of the unknown tool " + name + ": " + reply.inShort());
        String seen = "call of the unknown tool " + name + ": " + shown(reply);
        expect.holds(isRefused(reply) || isFailure(reply), "an error instead of a result", seen);
    }

    @Verifies("tools.call.malformed")
    void a_call_that_is_no_valid_request_is_refused(Session session, CallableTools tools, Expect expect) {
        Reply list = session.ask("tools/list");
        expect.control(list.message().isPresent(), list.evidence().get(0), "tools/list in the same session");
        refused("without a name", session, Json.object(), expect);
        refused("with the name 5", session, Json.object().put("name", 5), expect);
        tools.all().stream()
                .findFirst()
                .ifPresent(tool -> refused(
                        "of " + tool.shown() + " with the arguments \"x\"",
                        session,
                        Json.object().put("name", tool.name()).put("arguments", "x"),
                        expect));
    }

    private static void refused(String how, Session session, ObjectNode params, Expect expect) {
        Reply reply = session.provoke(JsonRpc.request(session.nextId(), "tools/call", params));
        expect.seen(reply);
        String seen = "call " + how + ": " + shown(reply);
        demandAnswer(reply, seen);
        expect.holds(isRefused(reply), "a JSON-RPC error", seen);
    }

    @Verifies("tools.call.arguments-optional")
    void a_tool_without_required_arguments_is_called_without_any(Session session, Calls calls, Expect expect) {
        Called control = calls.demand().stream()
                .filter(call -> call.succeeded() && call.tool().arguments().isEmpty())
                .findFirst()
                .orElseThrow(() -> new NotApplicable(
                        "no tool that may be called did its work with {} as arguments: it takes one without required"
                                + " arguments"));
        expect.seen(control.reply());
        Reply reply = session.ask(
                "tools/call", Json.object().put("name", control.tool().name()));
        Called called = new Called(control.tool(), reply, List.of());
        expect.seen(reply);
        String seen = "without arguments, " + called.inShort();
        demandAnswer(reply, seen);
        expect.holds(called.succeeded(), "a result, as with the arguments {}", seen);
    }

    @Verifies("tools.call.execution-error-in-result")
    void a_failure_inside_a_tool_is_told_in_the_result(Calls calls, Expect expect) {
        Called call = calls.of("test_error_handling")
                .orElseThrow(() -> new NotApplicable(
                        "no tool is known here to fail: it takes one that is called test_error_handling"));
        expect.seen(call.reply());
        demandAnswer(call.reply(), call.inShort());
        boolean told = saysWhatFailed(call);
        expect.holds(told, "a result with isError true and content that says what failed", call.inShort());
    }

    /** Whether a result is marked as an error and has something in it. */
    static boolean saysWhatFailed(Called call) {
        JsonNode content = call.reply().result().path("content");
        return call.failed() && !(content.isArray() && content.isEmpty());
    }

    /** Silence decides nothing, and neither does a question. */
    static void demandAnswer(Reply reply, String seen) {
        Exchange answer = reply.evidence().get(0);
        boolean answered = reply.message().isPresent() || answer.refused() || answer.crashed();
        if (!answered || reply.asksForInput()) {
            throw new Inconclusive(seen);
        }
    }

    static boolean isRefused(Reply reply) {
        return !reply.error().isMissingNode()
                || (reply.message().isEmpty() && reply.evidence().get(0).refused());
    }

    private static boolean isFailure(Reply reply) {
        return reply.result().path("isError").asBoolean();
    }

    private static String shown(Reply reply) {
        return isFailure(reply) ? "a result with isError true" : reply.inShort();
    }
}
