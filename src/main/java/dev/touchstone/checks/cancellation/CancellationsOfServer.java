package dev.touchstone.checks.cancellation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Received;
import java.util.List;

/** The cancellations that a server sends. */
@Conformance
@Afterwards
class CancellationsOfServer {
    private static final int SAMPLES = 3;

    @Verifies("cancellation.server.request-id-present")
    void a_cancellation_of_the_server_names_the_request(Recorded recorded, Expect expect) {
        List<Received> cancellations = recorded.messages().stream()
                .filter(received -> received.message().path("method").asText().equals("notifications/cancelled"))
                .toList();
        if (cancellations.isEmpty()) {
            throw new NotApplicable("none of the " + recorded.messages().size()
                    + " messages that came in this run is a cancellation by the server");
        }
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
                        : "a cancellation with params " + wrong.get(0).message().path("params"));
    }

    private static boolean isId(JsonNode id) {
        return id.isTextual() || Json.isInteger(id);
    }
}
