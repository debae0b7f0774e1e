package dev.touchstone.checks.batching;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import java.util.UUID;

/** What becomes of a batch under revisions that have none any more. */
@Conformance
class RemovedBatches {

    @Verifies("batching.removed.array-refused")
    void a_posted_array_is_refused(Session session, Expect expect) {
        expect.control(session.ping(), session.harmless() + " that stands alone");

        Batch batch = Batches.send(session, session.ping(TextNode.valueOf("touchstone-" + UUID.randomUUID())));

        expect.seen(batch.answer());
        boolean answered = batch.answer().succeeded() || !batch.responses().isEmpty();
        boolean array = answered && batch.body().isArray();
        String seen = "an array of one request: " + batch.answer().inShort() + (array ? " with an array" : "");
        String expected = "a client error status (4xx) or an error, and never an array";
        boolean error = batch.responses().stream().anyMatch(message -> message.hasNonNull("error"));
        if (!array && batch.answer().succeeded() && !error) {
            expect.deviates(expected, seen + (batch.allServed() ? " with a result" : " in silence"));
        } else {
            expect.holds(!array && (batch.answer().refused() || error), expected, seen);
        }
    }
}
