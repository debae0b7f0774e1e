package dev.touchstone.checks.lifecycle;

import static dev.touchstone.checks.lifecycle.Negotiation.COUNTER_OFFER;
import static dev.touchstone.checks.lifecycle.Negotiation.FUTURE;
import static dev.touchstone.checks.lifecycle.Negotiation.FUTURE_VERSION;
import static dev.touchstone.checks.lifecycle.Negotiation.OUTDATED;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Era;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Siblings;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Shown;

/** What a client is offered that asks for a version the server cannot know. */
@Conformance
class CounterOffer {
    private static final String OTHER_VERSION = "a result that names another version";

    @Verifies(COUNTER_OFFER)
    void an_unsupported_version_is_answered_with_another_one(
            McpClient client, Siblings siblings, Catalogue catalogue, Expect expect) {
        Negotiation.control(client, expect);
        Reply reply = Negotiation.ask(client, OUTDATED);
        expect.seen(reply);
        if (listsSupported(reply)) {
            expect.deviates(OTHER_VERSION, reply.inShort() + " that lists the supported versions");
        } else if (Negotiation.echoes(reply, OUTDATED)) {
            demandThatSomeVersionIsNotEchoed(client, expect);
            expect.holds(false, OTHER_VERSION, "asked for " + OUTDATED + ": protocolVersion \"" + OUTDATED + "\"");
        } else {
            expect.that("asked for " + OUTDATED, reply).holds(reply.succeeded(), OTHER_VERSION);
        }
        catalogue.revisions().stream()
                .filter(revision -> revision.era() == Era.STATEFUL)
                .map(Revision::id)
                .filter(version -> !siblings.spoken().contains(version))
                .forEach(version -> judgePublished(version, client, expect));
    }

    /** A version that others speak and the server does not: it is agreed to after all, or met with another one. */
    private static void judgePublished(String version, McpClient client, Expect expect) {
        Reply reply = Negotiation.ask(client, version);
        expect.seen(reply);
        if (listsSupported(reply)) {
            expect.deviates(OTHER_VERSION, reply.inShort() + " that lists the supported versions");
        } else {
            expect.that("asked for " + version, reply).holds(reply.succeeded(), OTHER_VERSION);
        }
    }

    /** A server that agrees to everything has one fault and not two. */
    private static void demandThatSomeVersionIsNotEchoed(McpClient client, Expect expect) {
        Reply future = Negotiation.ask(client, FUTURE);
        expect.seen(future);
        if (Negotiation.echoes(future, FUTURE)) {
            throw Inconclusive.blockedBy(FUTURE_VERSION, "the server agrees to every version, " + FUTURE + " included");
        }
    }

    private static boolean listsSupported(Reply reply) {
        return reply.code() == ErrorCode.INVALID_PARAMS
                && reply.error().path("data").path("supported").isArray();
    }

    @Verifies("lifecycle.version.counter-offer-supported")
    void the_version_that_is_offered_is_really_spoken(McpClient client, Expect expect) {
        String offer = counterOffer(client, expect);
        Reply reply = Negotiation.ask(client, offer);

        expect.that("asked for the " + Shown.text(offer) + " that was offered", reply)
                .holds(Negotiation.echoes(reply, offer), "protocolVersion " + Shown.quoted(offer));
    }

    @Verifies("lifecycle.version.counter-offer-latest")
    void the_version_that_is_offered_is_the_newest(McpClient client, Siblings siblings, Expect expect) {
        String offer = counterOffer(client, expect);
        Reply again = Negotiation.ask(client, offer);
        expect.seen(again);
        if (!Negotiation.echoes(again, offer)) {
            throw Inconclusive.blockedBy(
                    "lifecycle.version.counter-offer-supported", "the offered " + offer + " is not spoken");
        }
        String newest = siblings.spoken().get(0);
        expect.holds(
                offer.compareTo(newest) >= 0,
                "an offer of " + newest + ", which the server speaks",
                "an offer of " + Shown.text(offer));
    }

    private static String counterOffer(McpClient client, Expect expect) {
        Negotiation.control(client, expect);
        Reply reply = Negotiation.ask(client, OUTDATED);
        expect.seen(reply);
        if (!reply.succeeded() || Negotiation.echoes(reply, OUTDATED)) {
            throw Inconclusive.blockedBy(COUNTER_OFFER, "asked for " + OUTDATED + ": " + reply.inShort());
        }
        return Negotiation.version(reply);
    }
}
