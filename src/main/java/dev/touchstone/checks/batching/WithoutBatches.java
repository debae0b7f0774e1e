package dev.touchstone.checks.batching;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import java.util.List;

/** What servers send under revisions that have no batches. */
@Conformance
@Afterwards
class WithoutBatches {
    private static final int SAMPLES = 3;

    @Verifies("batching.absent.server-never-sends")
    void no_event_carries_an_array(Recorded recorded, Expect expect) {
        List<Exchange> streams = recorded.exchanges().stream()
                .filter(exchange -> !exchange.events().messages().isEmpty())
                .filter(exchange -> Json.parse(exchange.request().body())
                        .filter(JsonNode::isArray)
                        .isEmpty())
                .toList();
        if (streams.isEmpty()) {
            throw new NotApplicable("none of the " + recorded.exchanges().size()
                    + " exchanges of this run brought a message by an event stream");
        }
        List<Exchange> wrong =
                streams.stream().filter(exchange -> arrays(exchange) > 0).toList();
        (wrong.isEmpty() ? streams : wrong).stream().limit(SAMPLES).forEach(expect::seen);
        expect.holds(
                wrong.isEmpty(),
                "one message in each event",
                wrong.isEmpty()
                        ? streams.size() + " streams, one message in each event"
                        : "an array in an event of exchange " + wrong.get(0).number());
    }

    private static long arrays(Exchange exchange) {
        return exchange.events().messages().stream()
                .filter(event ->
                        Json.parse(event.data()).filter(JsonNode::isArray).isPresent())
                .count();
    }
}
