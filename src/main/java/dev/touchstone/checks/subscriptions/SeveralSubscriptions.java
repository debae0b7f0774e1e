package dev.touchstone.checks.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Discovered;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Shown;
import java.time.Duration;
import java.util.List;

/** Subscriptions beside each other and one after the other. */
@Conformance
class SeveralSubscriptions {
    private static final int MANY = 25;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration A_MOMENT = Duration.ofMillis(300);

    @Verifies("subscriptions.id.equals-request-id")
    void the_id_of_a_subscription_is_that_of_its_request(StatelessClient client, Listened listened, Expect expect) {
        listened.acknowledged(expect);
        for (JsonNode id : List.of(client.nextId(), IntNode.valueOf(0), TextNode.valueOf("listen-1"))) {
            try (Subscription subscription = Subscription.to(Json.object(), id, client)) {
                expect.seen(subscription.exchange());
                JsonNode tag = Subscription.first(subscription.exchange())
                        .path("params")
                        .path("_meta")
                        .path(Subscription.ID);
                if (!subscription.acknowledged()) {
                    throw new Inconclusive("a request to listen with the id " + id + " is not acknowledged: "
                            + subscription.exchange().inShort());
                } else if (tag.isMissingNode()) {
                    throw Inconclusive.blockedBy(Announcements.TAGGED, "the acknowledgement has no subscription id");
                }
                expect.holds(
                        JsonRpc.sameId(tag, id),
                        "subscription id " + id + " for a request with that id",
                        "subscription id " + Shown.of(tag));
            }
        }
    }

    @Verifies("subscriptions.concurrent")
    void two_subscriptions_run_beside_each_other(StatelessClient client, Listened listened, Expect expect) {
        listened.acknowledged(expect);
        try (Subscription first = Subscription.to(listened.all(), client)) {
            if (first.endsWithin(A_MOMENT)) {
                throw Inconclusive.blockedBy(ListenStream.STAYS_OPEN, "the first one ended before there was a second");
            }
            beside(first, Subscription.to(listened.all(), client), expect);
        }
    }

    private static void beside(Subscription first, Subscription another, Expect expect) {
        try (another) {
            boolean evicted = first.endsWithin(A_MOMENT);
            expect.seen(first.exchange());
            expect.that("a second subscription", another.exchange())
                    .holds(another.acknowledged(), "an acknowledgement while the first one is open");
            expect.holds(
                    !evicted,
                    "the first subscription stays open when a second one begins",
                    evicted ? "the server ended it" : "it stayed open");
        }
    }

    @Verifies("subscriptions.client-close")
    void a_closed_stream_is_a_subscription_less(
            StatelessClient client, Discovered discovered, Listened listened, Expect expect) {
        listened.acknowledged(expect);
        String method = discovered.servedMethod();
        for (int round = 0; round < MANY; round++) {
            Subscription.to(listened.all(), client).close();
        }
        try (Subscription again = Subscription.to(listened.all(), client)) {
            if (again.exchange().status() == TOO_MANY_REQUESTS) {
                throw new Inconclusive(MANY + " subscriptions one after the other are more than the server takes in so"
                        + " short a time: lower -Drate");
            }
            expect.that("a subscription after " + MANY + " that were closed", again.exchange())
                    .holds(again.acknowledged(), "an acknowledgement as its first message");
            Reply reply = client.ask(method);
            expect.that(method + " after that", reply).result();
        }
    }
}
