package dev.touchstone.checks.cancellation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Received;
import dev.touchstone.wire.Shown;
import java.util.List;

/** The cancellations that a server sends. */
@Conformance
@Afterwards
class CancellationsOfServer {
    private static final int SAMPLES = 3;

    @Verifies("cancellation.server.request-id-present")
    void a_cancellation_of_the_server_names_the_request(Recorded recorded, Expect expect) {
        List<Received> cancellations = cancellations(recorded);
        List<Received> wrong = cancellations.stream()
                .filter(received -> !isId(received.message().at("/params/requestId")))
                .toList();
        (wrong.isEmpty() ? cancellations : wrong)
                .stream().limit(SAMPLES).forEach(received -> expect.seen(received.exchange()));
        expect.holds(
                wrong.isEmpty(),
                "params.requestId is a string or an integer",
                wrong.isEmpty()
                        ? cancellations.size() + " cancellations with a requestId"
                        : "a cancellation with params "
                                + Shown.of(wrong.get(0).message().path("params")));
    }

    @Verifies("cancel.server-sent.only-listen")
    void the_server_cancels_nothing_but_subscriptions(Recorded recorded, Expect expect) {
        List<Received> cancellations = cancellations(recorded);
        List<Received> wrong = cancellations.stream()
                .filter(received -> !endsItsSubscription(received))
                .toList();
        (wrong.isEmpty() ? cancellations : wrong)
                .stream().limit(SAMPLES).forEach(received -> expect.seen(received.exchange()));
        expect.holds(
                wrong.isEmpty(),
                "cancellations on streams of subscriptions/listen only, each with the id of its request",
                wrong.isEmpty()
                        ? cancellations.size() + " cancellations of subscriptions"
                        : "a cancellation with params "
                                + Shown.of(wrong.get(0).message().path("params"))
                                + " on the stream that answers "
                                + asked(wrong.get(0)).path("method").asText());
    }

    private static boolean endsItsSubscription(Received received) {
        JsonNode request = asked(received);
        return request.path("method").asText().equals("subscriptions/listen")
                && JsonRpc.matches(received.message().at("/params/requestId"), request.path("id"));
    }

    private static JsonNode asked(Received received) {
        return Json.parse(received.exchange().request().body()).orElseGet(Json::object);
    }

    private static List<Received> cancellations(Recorded recorded) {
        List<Received> cancellations = recorded.messages().stream()
                .filter(received -> received.message().path("method").asText().equals("notifications/cancelled"))
                .toList();
        if (cancellations.isEmpty()) {
            throw new NotApplicable("none of the " + recorded.messages().size()
                    + " messages that came in this run is a cancellation by the server");
        }
        return cancellations;
    }

    private static boolean isId(JsonNode id) {
        return id.isTextual() || Json.isInteger(id);
    }
}
