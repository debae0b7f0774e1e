package dev.touchstone.checks.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Discovered;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import java.time.Duration;
import java.util.Map;

/** What a request to listen is answered with. */
@Conformance
class ListenStream {
    static final String SUPPORTED = "subscriptions.listen.supported";
    static final String EVENT_STREAM = "subscriptions.listen.event-stream";
    static final String STAYS_OPEN = "subscriptions.listen.stays-open";

    private static final Duration A_WHILE = Duration.ofSeconds(1);

    @Verifies(SUPPORTED)
    void a_client_may_listen(Discovered discovered, Listened listened, Expect expect) {
        discovered.succeeded();
        Listened.Begun begun = listened.everything();
        String seen = begun.exchange().inShort();
        if (listened.unserved(begun)) {
            expect.seen(begun.exchange())
                    .deviates(Subscription.LISTEN + " is served, although no change is ever announced", seen);
        } else {
            expect.that(Subscription.LISTEN, begun.exchange())
                    .holds(!begun.refused(), "no refusal, since it is part of every server");
        }
    }

    @Verifies(EVENT_STREAM)
    void the_answer_is_an_event_stream(Listened listened, Expect expect) {
        Exchange answer = listened.accepted(expect).exchange();

        expect.that(Subscription.LISTEN, answer)
                .holds(answer.status() == 200 && answer.isEventStream(), "status 200 and text/event-stream");
    }

    @Verifies(STAYS_OPEN)
    void the_stream_stays_open(StatelessClient client, Listened listened, Expect expect) {
        listened.acknowledged(expect);
        try (Subscription subscription = Subscription.to(listened.all(), client)) {
            client.discover();
            boolean ended = subscription.endsWithin(A_WHILE);
            expect.seen(subscription.exchange());
            if (ended && subscription.granted().isEmpty()) {
                throw new NotApplicable("the server announces nothing of what was asked for, and ended the stream");
            }
            expect.holds(
                    !ended,
                    "the stream is open " + A_WHILE.toSeconds() + " s after the acknowledgement",
                    ended ? "the server ended it" : "it was open");
        }
    }

    @Verifies("subscriptions.filter.required")
    void listening_to_nothing_in_particular_is_refused(StatelessClient client, Listened listened, Expect expect) {
        listened.acknowledged(expect);
        ObjectNode list = Json.object();
        list.putArray("notifications");
        Map<String, ObjectNode> wrong = Map.of("no notifications", Json.object(), "notifications: []", list);

        wrong.forEach((label, params) -> {
            ObjectNode request = client.request(Subscription.LISTEN, params);
            try (Subscription subscription = Subscription.provoked(request, client)) {
                Exchange answer = subscription.exchange();
                if (answer.noAnswer().isPresent()) {
                    throw new Inconclusive(label + ": " + answer.inShort());
                }
                expect.that("params with " + label, answer)
                        .holds(
                                answer.errorCode() == ErrorCode.INVALID_PARAMS,
                                "JSON-RPC error " + ErrorCode.INVALID_PARAMS);
            }
        });
    }
}
