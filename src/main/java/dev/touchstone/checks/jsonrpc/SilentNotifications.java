package dev.touchstone.checks.jsonrpc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import java.util.List;

/** Notifications are not answered by JSON-RPC, known or not. */
@Conformance
class SilentNotifications {
    private static final String SILENCE = "no JSON-RPC response";

    @Verifies("jsonrpc.notification.no-response")
    void a_notification_gets_no_response(Observed observed, Expect expect) {
        Exchange answer = observed.notified();
        expect.seen(answer);
        demandAnswer(answer);

        boolean silent = !isResponse(answer, answer.messages());
        expect.holds(silent, SILENCE, "an ordinary notification: " + answer.inShort() + described(silent));
    }

    @Verifies("jsonrpc.notification.unknown-silent")
    void a_notification_that_nobody_knows_gets_no_response(BadMessages messages, Observed observed, Expect expect) {
        Exchange known = observed.notified();
        Harm harm = messages.of(Bad.UNKNOWN_NOTIFICATION, expect);
        demandAnswer(harm.answer());
        if (isResponse(known, known.messages())) {
            throw Inconclusive.blockedBy("jsonrpc.notification.no-response", "a known one gets a response, too");
        }

        boolean silent = !isResponse(harm.answer(), harm.came());
        expect.holds(silent, SILENCE, harm.seen() + described(silent));
    }

    private static void demandAnswer(Exchange answer) {
        if (answer.response().isEmpty()) {
            throw new Inconclusive("the notification: " + answer.inShort());
        }
    }

    private static String described(boolean silent) {
        return silent ? "" : ", a JSON-RPC response";
    }

    /** An error without an id is what the transport allows beside an error status. */
    private static boolean isResponse(Exchange answer, List<JsonNode> came) {
        return came.stream()
                .filter(message -> !message.has("method") && (message.has("result") || message.hasNonNull("error")))
                .anyMatch(message -> answer.succeeded() || message.hasNonNull("id"));
    }
}
