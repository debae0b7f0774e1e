package dev.touchstone.checks.roots;

import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;

/** What a server does when the roots of a client change. */
@Conformance
class RootsChanged {
    @Verifies("roots.list-changed.accepted")
    void a_change_of_the_roots_is_taken(McpClient client, Observed observed, Expect expect) {
        expect.seen(observed.notified());
        if (!observed.notified().succeeded()) {
            throw new Inconclusive("notifications/initialized is not taken either ("
                    + observed.notified().inShort() + "), so nothing else can be told");
        }
        try (ClientWithRoots session = ClientWithRoots.connect(client)) {
            Reply before = session.ping();
            expect.control(before.message().isPresent(), before.evidence().get(0), "ping in the same session");
            Exchange told = session.tellOfChange();
            Reply ping = session.ping();

            expect.that("notifications/roots/list_changed", told).accepted();
            expect.that("ping afterwards", ping).holds(ping.message().isPresent(), "a response");
        }
    }
}
