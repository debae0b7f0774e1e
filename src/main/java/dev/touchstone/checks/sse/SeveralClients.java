package dev.touchstone.checks.sse;

import dev.touchstone.client.LegacySseClient;
import dev.touchstone.client.Reply;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Shown;
import java.util.List;

/** Clients that are connected side by side, or one after the other. */
@Conformance
class SeveralClients {

    @Verifies("sse.multi-client")
    void two_clients_get_different_uris_and_their_own_answers(LegacySseClient client, Expect expect) {
        try (Party one = Party.first("the first client", client).ready(expect);
                Party other = one.next("the second client", client)) {
            expect.seen(other.session().received());
            String first = one.session().announced().orElse("");
            String second = announced(other);
            expect.holds(
                    !first.equals(second),
                    "different URIs",
                    "the URIs " + Shown.text(first.toString()) + " and " + Shown.text(second.toString()));

            for (Reply reply : List.of(other.initialize(), other.ping(), one.ping())) {
                expect.that("with two clients", reply).result();
            }
            one.receivesOnlyItsOwn(expect);
            other.receivesOnlyItsOwn(expect);
        }
    }

    @Verifies("sse.shutdown.stream-close")
    void closing_a_stream_does_not_harm_other_clients(LegacySseClient client, Expect expect) {
        try (Party staying = Party.first("the client that stays", client).ready(expect);
                Party leaving = staying.next("the client that leaves", client).ready(expect)) {
            leaving.close();

            expect.that("ping of the client that stays", staying.ping()).result();
            try (Party coming = staying.next("the client that comes", client)) {
                Exchange stream = coming.session().received();
                boolean announced = coming.session().announced().isPresent();
                expect.that("after a stream was closed", stream)
                        .holds(announced, "a new stream with an endpoint event");
                if (announced) {
                    expect.that("initialize on a new stream", coming.initialize())
                            .result();
                    expect.that("ping on a new stream", coming.ping()).result();
                    coming.receivesOnlyItsOwn(expect);
                }
            }
        }
    }

    private static String announced(Party party) {
        return party.session()
                .announced()
                .orElseThrow(() -> new Inconclusive("the second stream announces no URI: "
                        + party.session().received().inShort()));
    }
}
