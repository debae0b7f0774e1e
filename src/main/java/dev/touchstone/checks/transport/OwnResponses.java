package dev.touchstone.checks.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.EventStream;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.client.Until;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Shown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Which responses the stream of a request carries. */
@Conformance
class OwnResponses {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SETTLE = Duration.ofMillis(400);

    @Verifies("transport.sse.own-response-only")
    void a_stream_carries_the_response_to_its_own_request_only(
            Observed observed, StreamableSession session, Expect expect) {
        List<Answer> answers = new ArrayList<>(Answer.streams(observed, expect));
        answers.addAll(atTheSameTime(session));

        for (Answer answer : answers) {
            List<JsonNode> ids = answer.exchange().messages().stream()
                    .filter(JsonRpc::isResponse)
                    .map(message -> message.get("id"))
                    .filter(id -> !id.isNull())
                    .toList();
            boolean foreign =
                    ids.stream().anyMatch(id -> !id.asText().equals(answer.id().asText()));
            boolean right = !foreign && ids.size() <= 1;
            expect.seen(answer.exchange());
            expect.holds(
                    right,
                    "no response but one to its own request",
                    answer.name() + " carries "
                            + (ids.isEmpty() ? "no response" : "responses to the ids " + Shown.text(ids.toString()))
                            + ", asked with id " + answer.id());
        }
    }

    private static List<Answer> atTheSameTime(StreamableSession session) {
        ObjectNode one = JsonRpc.request(session.nextId(), "ping");
        ObjectNode other = JsonRpc.request(session.nextId(), "ping");
        try (EventStream first = session.post(one).open();
                EventStream second = session.post(other).open()) {
            return List.of(finished(one, first), finished(other, second));
        }
    }

    private static Answer finished(ObjectNode request, EventStream stream) {
        JsonNode id = request.get("id");
        if (stream.peek(PATIENCE).isEventStream() && stream.await(Until.responseTo(id), PATIENCE)) {
            stream.awaitEnd(SETTLE);
        }
        Exchange exchange = stream.exchange();
        return new Answer(id, exchange);
    }
}
