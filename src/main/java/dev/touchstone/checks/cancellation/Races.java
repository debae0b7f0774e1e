package dev.touchstone.checks.cancellation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.touchstone.client.EventStream;
import dev.touchstone.client.LegacySseSession;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Probe;
import dev.touchstone.client.Session;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.client.Until;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import java.time.Duration;
import java.util.UUID;

/** Cancellations that cross with the response. */
@Conformance
class Races {
    private static final int ROUNDS = 3;

    @Verifies("cancellation.race.graceful")
    void a_cancellation_that_crosses_with_the_response_does_no_harm(McpClient client, Session session, Expect expect) {
        expect.control(session.ask("ping"), "a ping before");
        Duration settle = client.http().limits().settle();
        for (int round = 0; round < ROUNDS; round++) {
            JsonNode id = TextNode.valueOf("touchstone-" + UUID.randomUUID());
            try (EventStream request =
                    post(session, JsonRpc.request(id, "ping")).open()) {
                judge("during the request", cancel(session, id), expect);
                if (request.peek(client.http().limits().answer()).isEventStream()) {
                    request.await(Until.responseTo(id), settle);
                }
                judge("after the request", cancel(session, id), expect);
                expectOneResponse(session, id, request.exchange(), expect);
            }
        }
        expect.that("ping after the races", session.ask("ping")).result();
    }

    private static Exchange cancel(Session session, JsonNode id) {
        ObjectNode message = JsonRpc.notification("notifications/cancelled");
        message.putObject("params").set("requestId", id);
        return session.tell(message);
    }

    private static void judge(String when, Exchange answer, Expect expect) {
        expect.that("the cancellation " + when, answer)
                .holds(answer.response().isPresent() && !answer.crashed(), "no server error status (5xx)");
    }

    /** A cancelled request may be answered or not. */
    private static void expectOneResponse(Session session, JsonNode id, Exchange request, Expect expect) {
        Exchange carrier = session instanceof LegacySseSession legacy ? legacy.received() : request;
        expect.seen(carrier);
        long responses = carrier.messages().stream()
                .filter(message -> JsonRpc.isResponseTo(id, message))
                .count();
        expect.holds(
                responses <= 1, "at most one response to the cancelled request", responses + " responses to a request");
    }

    private static Probe post(Session session, ObjectNode message) {
        return session instanceof StreamableSession streamable
                ? streamable.post(message)
                : ((LegacySseSession) session).post(message);
    }
}
