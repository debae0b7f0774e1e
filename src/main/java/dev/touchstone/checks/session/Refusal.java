package dev.touchstone.checks.session;

import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;

/** Refusals that have nothing to do with sessions. */
final class Refusal {
    private Refusal() {}

    /** Decides nothing where the server asks for credentials on this kind of request: that is a finding of its own. */
    static void ofCredentials(Exchange answer, Expect expect) {
        if (answer.status() == 401) {
            expect.seen(answer);
            throw Inconclusive.blockedBy("credentials.accepted", answer.inShort());
        }
    }

    /** Decides nothing where the version header is refused, which the same request without it shows. */
    static void ofVersion(Exchange answer, Exchange withoutHeader, Expect expect) {
        if (withoutHeader.succeeded()) {
            expect.seen(answer).seen(withoutHeader);
            throw Inconclusive.blockedBy("transport.version-header.negotiated-accepted", answer.inShort());
        }
    }
}
