package dev.touchstone.checks.lifecycle;

import static dev.touchstone.client.StreamableClient.PROTOCOL_VERSION;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.client.Handshake;
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

/** How the server agrees on a revision. */
@Conformance
class VersionNegotiation {
    private static final String OUTDATED = "1999-01-01";
    private static final String FUTURE = "2999-12-31";
    private static final String STRANGE = "1.0.0";
    private static final String COUNTER_OFFER = "lifecycle.version.counter-offer";

    @Verifies("lifecycle.version.echo-supported")
    void every_revision_that_is_spoken_is_agreed_to(
            McpClient client, Siblings siblings, Catalogue catalogue, Expect expect) {
        for (String version : siblings.spoken()) {
            Reply reply = ask(client, version);
            expect.that("asked for " + version, reply)
                    .holds(offered(reply).equals(version) || !textual(reply), "protocolVersion \"" + version + "\"");
        }
        if (client instanceof StreamableClient streamable && client.revision().since("2025-06-18")) {
            catalogue.revisions().stream()
                    .map(revision -> revision.id())
                    .filter(id -> id.compareTo("2025-03-26") >= 0 && id.compareTo("2026") < 0)
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
                expect.deviates(
                        "protocolVersion \"" + version + "\" agreed to, since the server takes it in "
                                + PROTOCOL_VERSION,
                        "asked for " + version + ": protocolVersion \"" + offered(ask(client, version)) + "\"");
            }
        }
    }

    private static Exchange ping(StreamableSession session, String version) {
        return session.post(JsonRpc.request(session.nextId(), "ping"))
                .with(PROTOCOL_VERSION, version)
                .send();
    }

    @Verifies(COUNTER_OFFER)
    void an_unsupported_version_is_answered_with_another_one(McpClient client, Expect expect) {
        control(client, expect);
        Reply reply = ask(client, OUTDATED);

        if (reply.error().path("code").asInt() == -32602
                && reply.error().path("data").has("supported")) {
            expect.seen(reply);
            expect.deviates(
                    "a result that names another version", reply.inShort() + " that lists the supported versions");
        } else {
            expect.that("asked for " + OUTDATED, reply)
                    .holds(
                            reply.succeeded() && !offered(reply).equals(OUTDATED),
                            "a result that names another version");
        }
    }

    @Verifies("lifecycle.version.counter-offer-supported")
    void the_version_that_is_offered_is_really_spoken(McpClient client, Expect expect) {
        String offer = counterOffer(client, expect);
        Reply reply = ask(client, offer);

        expect.that("asked for the " + offer + " that was offered", reply)
                .holds(offered(reply).equals(offer), "protocolVersion \"" + offer + "\"");
    }

    @Verifies("lifecycle.version.counter-offer-latest")
    void the_version_that_is_offered_is_the_newest(McpClient client, Siblings siblings, Expect expect) {
        String offer = counterOffer(client, expect);
        Reply again = ask(client, offer);
        if (!offered(again).equals(offer)) {
            throw Inconclusive.blockedBy(
                    "lifecycle.version.counter-offer-supported", "the offered " + offer + " is not spoken");
        }
        String newest = siblings.spoken().get(0);
        expect.holds(
                offer.compareTo(newest) >= 0,
                "an offer of " + newest + ", which the server speaks",
                "an offer of " + offer);
    }

    @Verifies("lifecycle.version.future-version")
    void a_future_version_is_negotiated_down(McpClient client, Catalogue catalogue, Expect expect) {
        control(client, expect);
        Reply reply = ask(client, FUTURE);
        expect.seen(reply);
        if (!reply.succeeded()) {
            throw Inconclusive.blockedBy(COUNTER_OFFER, "asked for " + FUTURE + ": " + reply.inShort());
        } else if (!textual(reply)) {
            throw Inconclusive.blockedBy("lifecycle.initialize.protocol-version-string", "it is no string");
        }
        String offer = offered(reply);
        expect.holds(
                catalogue.revision(offer).isPresent(),
                "a published revision",
                "asked for " + FUTURE + ": \"" + offer + "\"");
    }

    @Verifies("lifecycle.errors.version-mismatch-handled")
    void a_version_that_is_no_date_does_no_harm(McpClient client, Expect expect) {
        control(client, expect);
        Reply strange = ask(client, STRANGE);
        Exchange answer = strange.evidence().get(0);

        expect.that("asked for " + STRANGE, strange)
                .holds(
                        strange.message().isPresent() || answer.refused(),
                        "a JSON-RPC answer or a client error status (4xx)");
        expect.that(
                        "a valid initialize afterwards",
                        ask(client, client.revision().id()))
                .result();
    }

    private static void control(McpClient client, Expect expect) {
        Reply reply = ask(client, client.revision().id());
        expect.seen(reply);
        if (!reply.succeeded()) {
            throw Inconclusive.blockedBy(Judge.OPENING, reply.inShort());
        }
    }

    private static String counterOffer(McpClient client, Expect expect) {
        control(client, expect);
        Reply reply = ask(client, OUTDATED);
        expect.seen(reply);
        if (!reply.succeeded() || offered(reply).equals(OUTDATED)) {
            throw Inconclusive.blockedBy(COUNTER_OFFER, "asked for " + OUTDATED + ": " + reply.inShort());
        } else if (!textual(reply)) {
            throw Inconclusive.blockedBy("lifecycle.initialize.protocol-version-string", "it is no string");
        }
        return offered(reply);
    }

    private static Reply ask(McpClient client, String version) {
        return client.initialize(Handshake.params(version));
    }

    private static boolean textual(Reply reply) {
        return reply.result().path("protocolVersion").isTextual();
    }

    private static String offered(Reply reply) {
        return reply.result().path("protocolVersion").asText();
    }
}
