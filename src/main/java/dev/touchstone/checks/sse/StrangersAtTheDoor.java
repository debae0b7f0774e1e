package dev.touchstone.checks.sse;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.LegacySseClient;
import dev.touchstone.client.LegacySseSession;
import dev.touchstone.client.Probe;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Until;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.time.Duration;
import java.util.List;

/** What newer clients meet at the address of the stream, and foreign pages at both addresses. */
@Conformance
class StrangersAtTheDoor {
    private static final String ORIGIN = "Origin";
    private static final String FOREIGN = "http://evil.example";

    @Verifies("sse.post-to-sse-url.4xx")
    void a_post_of_initialize_to_the_sse_url_lets_newer_clients_fall_back(
            Conversation conversation, LegacySseClient client, Expect expect) {
        conversation.seenBy(expect).streaming();
        var request = JsonRpc.request(
                IntNode.valueOf(1),
                "initialize",
                Handshake.params(client.revision().id()));
        Exchange answer = alone(client.post(client.endpoint(), Json.bytes(request)))
                .with("Accept", "application/json, text/event-stream")
                .reading(Until.responseTo(request.get("id")))
                .send();
        if (answer.responseTo(request.get("id")).isPresent()) {
            throw new NotApplicable("the address speaks Streamable HTTP too: " + answer.inShort() + " (exchange "
                    + answer.number() + ")");
        }

        expect.that("initialize to the SSE URL", answer).status(400, 404, 405);
    }

    @Verifies("sse.origin.validated")
    void get_and_post_with_a_foreign_origin_are_refused(
            LegacySseClient client, LegacySseSession session, Expect expect) {
        Reply control = session.ask("ping");
        Exchange proper = control.evidence().get(0);
        expect.seen(control).control(control.succeeded() && proper.succeeded(), proper, "ping without it");

        Duration patience = client.http().limits().answer();
        Exchange get = alone(client.get().with(ORIGIN, FOREIGN)).peek(patience);
        Probe ping = session.post(JsonRpc.request(session.nextId(), "ping"));
        Exchange post = alone(ping.with(ORIGIN, FOREIGN)).send();
        List<Exchange> answers = List.of(get, post);

        answers.stream()
                .filter(answer -> answer.response().isPresent())
                .forEach(answer -> expect.that("with Origin: " + FOREIGN, answer)
                        .holds(answer.status() >= 400, answer.request().method() + " refused with an error status"));
        answers.stream()
                .filter(answer -> answer.response().isEmpty())
                .findFirst()
                .ifPresent(silent -> {
                    throw new Inconclusive("with Origin: " + FOREIGN + ", " + silent.inShort());
                });
    }

    /** Some servers break the connection after a refusal, which must not meet the next request on it. */
    static Probe alone(Probe probe) {
        return probe.with("Connection", "close");
    }
}
