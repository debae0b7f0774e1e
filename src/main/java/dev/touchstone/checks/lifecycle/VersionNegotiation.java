package dev.touchstone.checks.lifecycle;

import static dev.touchstone.checks.lifecycle.Negotiation.COUNTER_OFFER;
import static dev.touchstone.checks.lifecycle.Negotiation.FUTURE;
import static dev.touchstone.checks.lifecycle.Negotiation.FUTURE_VERSION;
import static dev.touchstone.checks.lifecycle.Negotiation.OUTDATED;
import static dev.touchstone.client.StreamableClient.PROTOCOL_VERSION;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Era;
import dev.touchstone.catalogue.Transport;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Siblings;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.Judge;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Shown;

/** Which versions the server agrees to, and that it survives the others. */
@Conformance
class VersionNegotiation {
    private static final String STRANGE = "1.0.0";

    @Verifies("lifecycle.version.echo-supported")
    void every_revision_that_is_spoken_is_agreed_to(
            McpClient client, Siblings siblings, Catalogue catalogue, Expect expect) {
        for (String version : siblings.spoken()) {
            Reply reply = Negotiation.ask(client, version);
            expect.seen(reply);
            if (!reply.succeeded()) {
                throw Inconclusive.blockedBy(Judge.OPENING, "asked for " + version + ": " + reply.inShort());
            }
            String agreed = Negotiation.version(reply);
            expect.holds(
                    agreed.equals(version),
                    "protocolVersion \"" + version + "\"",
                    "asked for " + version + ": protocolVersion " + Shown.quoted(agreed));
        }
        if (client instanceof StreamableClient streamable && client.revision().hasVersionHeader()) {
            catalogue.revisions().stream()
                    .filter(revision ->
                            revision.era() == Era.STATEFUL && revision.transport() == Transport.STREAMABLE_HTTP)
                    .map(revision -> revision.id())
                    .filter(id -> !siblings.spoken().contains(id))
                    .forEach(id -> servedUnasked(streamable, id, expect));
        }
    }

    /** A revision that is refused at initialize and yet taken in the header of requests is one the server supports. */
    private static void servedUnasked(StreamableClient client, String version, Expect expect) {
        try (StreamableSession session = client.connect()) {
            Exchange unsupported = ping(session, OUTDATED);
            Exchange served = ping(session, version);
            expect.seen(unsupported).seen(served);
            if (unsupported.status() == 400 && served.succeeded()) {
                Reply asked = Negotiation.ask(client, version);
                expect.seen(asked);
                expect.deviates(
                        "protocolVersion \"" + version + "\" agreed to, since the server takes it in "
                                + PROTOCOL_VERSION,
                        "asked for " + version + ": protocolVersion " + Shown.quoted(Negotiation.version(asked)));
            }
        }
    }

    private static Exchange ping(StreamableSession session, String version) {
        return session.post(JsonRpc.request(session.nextId(), "ping"))
                .with(PROTOCOL_VERSION, version)
                .send();
    }

    @Verifies(FUTURE_VERSION)
    void a_future_version_is_negotiated_down(McpClient client, Catalogue catalogue, Expect expect) {
        Negotiation.control(client, expect);
        Reply reply = Negotiation.ask(client, FUTURE);
        expect.seen(reply);
        if (!reply.succeeded()) {
            throw Inconclusive.blockedBy(COUNTER_OFFER, "asked for " + FUTURE + ": " + reply.inShort());
        }
        String offer = Negotiation.version(reply);

        expect.holds(
                catalogue.revision(offer).isPresent(),
                "a published revision",
                "asked for " + FUTURE + ": " + Shown.quoted(offer));
    }

    @Verifies("lifecycle.errors.version-mismatch-handled")
    void a_version_that_is_no_date_does_no_harm(McpClient client, Expect expect) {
        Negotiation.control(client, expect);
        Reply outdated = Negotiation.ask(client, OUTDATED);
        expect.seen(outdated);
        if (!orderly(client, outdated)) {
            throw Inconclusive.blockedBy(COUNTER_OFFER, "asked for " + OUTDATED + ": " + outdated.inShort());
        }
        Reply strange = Negotiation.ask(client, STRANGE);

        expect.that("asked for " + STRANGE, strange)
                .holds(
                        orderly(client, strange),
                        "a JSON-RPC answer without a server error (5xx), or a client error status (4xx)");
        expect.that(
                        "a valid initialize afterwards",
                        Negotiation.ask(client, client.revision().id()))
                .result();
    }

    private static boolean orderly(McpClient client, Reply reply) {
        return reply.message().isPresent()
                ? !Negotiation.crashes(client, reply)
                : reply.evidence().get(0).refused();
    }
}
