package dev.touchstone.checks.cancellation;

import dev.touchstone.catalogue.Transport;
import dev.touchstone.checks.cancellation.Cancellations.Outcome;
import dev.touchstone.client.Listening;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;

/** Cancellations that cancel nothing are ignored: nothing comes back, and nothing breaks. */
@Conformance
class InvalidCancellations {

    @Verifies("cancellation.invalid.unknown-id")
    void a_cancellation_of_an_unknown_request_is_ignored(
            Cancellations cancellations, Observed observed, Dialect dialect, Expect expect) {
        judge(Invalid.UNKNOWN, cancellations, observed, dialect, expect);
    }

    @Verifies("cancellation.invalid.completed")
    void a_cancellation_of_a_completed_request_is_ignored(
            Cancellations cancellations, Observed observed, Dialect dialect, Expect expect) {
        judge(Invalid.COMPLETED, cancellations, observed, dialect, expect);
    }

    private static void judge(
            Invalid invalid, Cancellations cancellations, Observed observed, Dialect dialect, Expect expect) {
        demandNotifications(observed, dialect, expect);
        Outcome outcome = cancellations.of(invalid, expect);
        expect.that(invalid.words(), outcome.answer()).accepted();
        expectSilence(invalid, outcome, expect);
    }

    @Verifies("cancellation.invalid.malformed")
    void a_malformed_cancellation_is_ignored(
            Cancellations cancellations, Observed observed, Dialect dialect, Expect expect) {
        demandNotifications(observed, dialect, expect);
        for (Invalid invalid : new Invalid[] {Invalid.NO_PARAMS, Invalid.OBJECT_ID}) {
            Outcome outcome = cancellations.of(invalid, expect);
            Exchange answer = outcome.answer();
            expect.that(invalid.words(), answer)
                    .holds(answer.response().isPresent() && !answer.crashed(), "no server error status (5xx)");
            expectSilence(invalid, outcome, expect);
        }
    }

    private static void expectSilence(Invalid invalid, Outcome outcome, Expect expect) {
        boolean silent = outcome.responses().isEmpty();
        expect.holds(
                silent,
                "no response",
                invalid.words() + ": "
                        + (silent ? "no response" : outcome.responses().size() + " responses to it"));
        expect.that("ping after " + invalid.words(), outcome.after()).result();
    }

    /** A server that takes no notification, or answers each, has that fault and not this one. */
    private static void demandNotifications(Observed observed, Dialect dialect, Expect expect) {
        Exchange known = observed.notified();
        expect.seen(known);
        if (!known.succeeded()) {
            throw Inconclusive.blockedBy(
                    dialect.transport() == Transport.HTTP_SSE
                            ? "sse.post.all-messages"
                            : "transport.post.notification-202",
                    "notifications/initialized: " + known.inShort());
        } else if (!Listening.responses(known).isEmpty()) {
            throw Inconclusive.blockedBy(
                    "jsonrpc.notification.no-response", "notifications/initialized gets a response, too");
        }
    }
}
