package dev.touchstone.checks.completion;

import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import java.util.UUID;

/** Whether the capability and what is served agree. */
@Conformance
class CompletionCapability {
    private static final String DECLARED = "completion.capability.declared";
    private static final String METHOD = "completion/complete";

    @Verifies("completion.capability.declared")
    void a_server_that_completes_declares_the_capability(Session session, Completed completed, Expect expect) {
        demandCapabilities(session, expect);
        demandSubjects(completed);
        Reply reply = session.ask(METHOD, subject(completed).params(""));
        expect.seen(reply);
        if (!reply.succeeded() && !completed.offered()) {
            throw new NotApplicable(
                    "the server neither declares nor serves completions: " + METHOD + " got " + reply.inShort());
        } else if (!reply.succeeded() && completed.subjects().isEmpty()) {
            throw new NotApplicable("completions are declared, and the server lists nothing to complete");
        } else if (!reply.succeeded()) {
            throw new Inconclusive("completions are declared, but " + METHOD + " got " + reply.inShort());
        }
        expect.holds(
                completed.offered(),
                "capabilities.completions in the initialize result",
                METHOD + " yields a result, capabilities.completions is " + (completed.offered() ? "there" : "absent"));
    }

    @Verifies("completion.undeclared.method-not-found")
    void completion_that_was_not_declared_is_an_unknown_method(Session session, Completed completed, Expect expect) {
        demandCapabilities(session, expect);
        if (completed.offered()) {
            throw new NotApplicable("the initialize result declares completions");
        }
        demandSubjects(completed);
        Reply reply = session.ask(METHOD, subject(completed).params(""));
        expect.seen(reply);
        if (reply.succeeded()) {
            throw Inconclusive.blockedBy(DECLARED, METHOD + " yields a result");
        } else if (reply.message().isEmpty()) {
            throw new Inconclusive("no response to " + METHOD + ": " + reply.inShort());
        }
        expect.that(METHOD, reply).error(ErrorCode.METHOD_NOT_FOUND);
    }

    /** A framework may answer for what its user has none of. */
    private static void demandSubjects(Completed completed) {
        if (completed.subjects().isEmpty() && !completed.offered()) {
            throw new NotApplicable("the server neither declares completions nor lists anything to complete");
        }
    }

    private static void demandCapabilities(Session session, Expect expect) {
        expect.seen(session.opening());
        if (!session.capabilities().isObject()) {
            throw Inconclusive.blockedBy("lifecycle.initialize.capabilities-object", "nothing can be read from it");
        }
    }

    private static Subject subject(Completed completed) {
        return completed.subjects().stream()
                .findFirst()
                .orElseGet(() -> new Subject("ref/prompt", "touchstone-" + UUID.randomUUID(), "touchstone"));
    }
}
