package dev.touchstone.checks.discovery;

import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import java.util.List;
import java.util.Set;

/** What a server serves at the well-known addresses, and what it answers where there is nothing. */
@Conformance
class WellKnownAddresses {
    /** Statuses that ask for a sign-in where a client looks for the way to sign in. */
    private static final Set<Integer> ASKING = Set.of(401, 403);

    @Verifies("discovery.well-known.absent-404")
    void an_absent_well_known_document_is_answered_404(WellKnown wellKnown, Expect expect) {
        for (Document document : answered(wellKnown, expect)) {
            int status = document.exchange().status();
            boolean below = !document.label().startsWith("/.well-known/");
            boolean absent = document.exchange().refused() && (below || !ASKING.contains(status));
            expect.that(document.label(), document.exchange()).holds(status == 200 || absent, "HTTP status 404");
        }
    }

    @Verifies("discovery.well-known.no-false-document")
    void a_well_known_address_serves_a_json_object_or_nothing(WellKnown wellKnown, Expect expect) {
        for (Document document : answered(wellKnown, expect)) {
            boolean right = document.exchange().status() != 200 || document.served();
            expect.that(document.label(), document.exchange()).holds(right, "a JSON object, or status 404");
        }
    }

    private static List<Document> answered(WellKnown wellKnown, Expect expect) {
        List<Document> asked = wellKnown.asked();
        asked.forEach(document -> expect.seen(document.exchange()));
        for (Document document : asked) {
            Exchange exchange = document.exchange();
            if (exchange.status() == 429 || exchange.response().isEmpty()) {
                throw new Inconclusive(document.label() + ": " + exchange.inShort()
                        + "; if the server limits requests, pass -Drate=2");
            }
        }
        return asked;
    }
}
