package dev.touchstone.checks.tasks;

import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is answered about a task that there is not. */
@Conformance
class UnknownTasks {
    private static final Set<String> SAYS_NOTHING = Set.of("", "error", "invalid params", "invalid parameters");

    @Verifies("tasks.errors.unknown-id-get")
    void the_state_of_an_unknown_task_is_refused(Session session, Expect expect) {
        Reply reply = about(session, "tasks/get");
        if (reply.code() == ErrorCode.METHOD_NOT_FOUND) {
            expect.seen(reply);
            throw Inconclusive.blockedBy("tasks.capability.declared", "tasks/get: " + reply.inShort());
        }
        refused("tasks/get", reply, expect);
    }

    @Verifies("tasks.errors.unknown-id-result")
    void the_result_of_an_unknown_task_is_refused(Session session, Expect expect) {
        refused("tasks/result", about(session, "tasks/result"), expect);
    }

    @Verifies("tasks.errors.unknown-id-cancel")
    void cancelling_an_unknown_task_is_refused(Session session, Expect expect) {
        refused("tasks/cancel", about(session, "tasks/cancel"), expect);
    }

    private static void refused(String method, Reply reply, Expect expect) {
        expect.that(method + " with a taskId never issued", reply).error(ErrorCode.INVALID_PARAMS);
    }

    @Verifies("tasks.errors.informative")
    void the_refusal_says_what_is_wrong(Session session, Dialect dialect, Expect expect) {
        List<String> methods = new ArrayList<>(List.of("tasks/get", "tasks/result"));
        if (dialect.offers("tasks.cancel")) {
            methods.add("tasks/cancel");
        }
        boolean any = false;
        for (String method : methods) {
            Reply reply = about(session, method);
            expect.seen(reply);
            if (reply.code() != ErrorCode.INVALID_PARAMS) {
                continue;
            }
            any = true;
            String message = reply.error().path("message").asText();
            String bare = message.strip().toLowerCase(Locale.ROOT).replaceAll("[.!:]+$", "");
            expect.holds(
                    !SAYS_NOTHING.contains(bare),
                    method + ": a message that says what is wrong with the params",
                    method + ": " + reply.inShort());
        }
        if (!any) {
            throw Inconclusive.blockedBy(
                    "tasks.errors.unknown-id-get", "no request was refused with " + ErrorCode.INVALID_PARAMS);
        }
    }

    private static Reply about(Session session, String method) {
        return session.ask(method, TaskMessages.about(TaskMessages.nobodys()));
    }
}
