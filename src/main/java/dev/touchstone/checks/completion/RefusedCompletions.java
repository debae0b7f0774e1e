package dev.touchstone.checks.completion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.JsonRpc;
import java.util.UUID;

/** What a server answers to completions that make no sense. */
@Conformance
class RefusedCompletions {
    private static final int LONG = 1_000_000;

    @Verifies("completion.errors.unknown-prompt")
    void an_unknown_prompt_is_refused_as_invalid(Session session, Completed completed, Expect expect) {
        Served.some(completed, expect);
        Subject unknown = new Subject("ref/prompt", "touchstone-" + UUID.randomUUID(), "touchstone");
        judge("completion for an unknown prompt", ask(session, unknown.params("")), expect);
    }

    @Verifies("completion.errors.missing-arguments")
    void a_completion_without_required_members_is_refused_as_invalid(
            Session session, Completed completed, Expect expect) {
        Subject subject = Served.some(completed, expect).get(0).subject();
        ObjectNode bare = subject.params("");
        bare.remove("argument");
        judge("completion without argument", ask(session, bare), expect);
        ObjectNode nameless = subject.params("");
        nameless.withObject("/argument").remove("name");
        judge("completion without argument.name", ask(session, nameless), expect);
        ObjectNode aimless = subject.params("");
        aimless.remove("ref");
        judge("completion without ref", ask(session, aimless), expect);
    }

    private static void judge(String what, Reply reply, Expect expect) {
        expect.seen(reply);
        if (reply.isLost()) {
            throw Inconclusive.lost(what);
        }
        expect.that(what, reply).error(ErrorCode.INVALID_PARAMS);
    }

    @Verifies("completion.inputs-validated")
    void strange_inputs_are_handled_without_a_crash(Session session, Completed completed, Expect expect) {
        Subject subject = Served.some(completed, expect).get(0).subject();
        ObjectNode odd = subject.params("");
        odd.withObject("/ref").put("type", "ref/tool");
        refused("completion with ref.type ref/tool", ask(session, odd), expect);
        ObjectNode number = subject.params("");
        number.withObject("/argument").put("value", 5);
        refused("completion with the number 5 as value", ask(session, number), expect);
        survived("completion with a value of 1 MB", ask(session, subject.params("x".repeat(LONG))), expect);
        Reply after = session.ask("completion/complete", subject.params(""));
        if (after.message().isEmpty() && after.evidence().get(0).response().isEmpty()) {
            expect.that("completion after that", after).holds(false, "a result as before");
        }
    }

    private static void refused(String what, Reply reply, Expect expect) {
        survived(what, reply, expect);
        if (reply.succeeded()) {
            expect.deviates("an error", what + ": a result");
        }
    }

    private static void survived(String what, Reply reply, Expect expect) {
        boolean crashed = reply.evidence().get(0).crashed();
        expect.that(what, reply).holds(!crashed, "an answer without a crash (5xx)");
    }

    private static Reply ask(Session session, ObjectNode params) {
        return session.provoke(JsonRpc.request(session.nextId(), "completion/complete", params));
    }
}
