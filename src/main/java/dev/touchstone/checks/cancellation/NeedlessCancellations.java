package dev.touchstone.checks.cancellation;

import dev.touchstone.client.Listening;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessSession;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;

/** Cancellations that no client without a session needs to send: they may be refused, and do no harm. */
@Conformance
class NeedlessCancellations {

    @Verifies("cancel.notification.invalid.ignored")
    void a_cancellation_of_nothing_is_ignored(Observed observed, StatelessSession session, Expect expect) {
        demandSilence(observed.notified(), expect);
        for (Invalid invalid : Invalid.values()) {
            Reply before = session.ping();
            expect.control(before, "a request before");

            Exchange answer = session.post(invalid.message(before.id())).send();

            expect.that(invalid.words(), answer)
                    .holds(answer.response().isPresent() && !answer.crashed(), "no server error status (5xx)");
            int responses = Listening.responses(answer).size();
            expect.holds(responses == 0, "no response", invalid.words() + ": " + responses + " responses to it");
            expect.that("a request after " + invalid.words(), session.ping()).result();
        }
    }

    /** A server that answers every notification, or breaks over each, has that fault and not this one. */
    private static void demandSilence(Exchange known, Expect expect) {
        expect.seen(known);
        if (known.response().isEmpty() || known.crashed()) {
            throw new Inconclusive("an ordinary notification: " + known.inShort());
        } else if (!Listening.responses(known).isEmpty()) {
            throw Inconclusive.blockedBy(
                    "jsonrpc.notification.no-response", "an ordinary notification gets a response, too");
        }
    }
}
