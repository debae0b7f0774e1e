package dev.touchstone.checks.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Shown;
import java.util.List;

/** How the server ended subscriptions, if it ended any in the run. */
@Conformance
@Afterwards
class SubscriptionEnd {
    private static final int MOST = 5;

    @Verifies("subscriptions.graceful-end")
    void a_subscription_that_the_server_ends_gets_its_result(Recorded recorded, Listened listened, Expect expect) {
        listened.nothing();
        for (Heard heard : ended(recorded)) {
            boolean graceful = heard.closing().isPresent()
                    || heard.notifications().stream()
                            .anyMatch(message -> message.path("method").asText().equals("notifications/cancelled"));
            expect.that("a subscription that the server ended", heard.exchange())
                    .holds(graceful, "a result, or a notification of its end, before the end of the stream");
        }
    }

    @Verifies("subscriptions.graceful-end.tagged")
    void the_result_carries_the_id_of_its_subscription(Recorded recorded, Listened listened, Expect expect) {
        listened.nothing();
        List<Heard> closed = Heard.in(recorded).stream()
                .filter(heard -> heard.closing().isPresent())
                .limit(MOST)
                .toList();
        if (closed.isEmpty()) {
            throw new NotApplicable("the server ended no subscription with a result in this run");
        }
        for (Heard heard : closed) {
            JsonNode tag =
                    heard.closing().orElseThrow().path("result").path("_meta").path(Subscription.ID);
            JsonNode id = heard.request().path("id");
            expect.seen(heard.exchange())
                    .holds(
                            JsonRpc.sameId(tag, id),
                            "result._meta has " + Subscription.ID + " " + id,
                            "it is " + Shown.of(tag));
        }
    }

    private static List<Heard> ended(Recorded recorded) {
        List<Heard> ended =
                Heard.in(recorded).stream().filter(Heard::ended).limit(MOST).toList();
        if (ended.isEmpty()) {
            throw new NotApplicable("the server ended no subscription in this run");
        }
        return ended;
    }
}
