package dev.touchstone.checks.transport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.EventStream;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.Probe;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessSession;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.client.Until;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.time.Duration;
import java.util.List;

/** Connections and streams as clients use them: one for each message, or several at once. */
@Conformance
class Connections {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Verifies("transport.post.independent-connections")
    void each_message_of_a_session_may_use_a_connection_of_its_own(
            StreamableClient client, StreamableSession usual, Expect expect) {
        Reply control = usual.ask("ping");
        expect.control(control.succeeded(), control.evidence().get(0), "ping over kept connections");

        try (StreamableSession session =
                client.begin(Handshake.params(client.revision().id()), Connections::alone)) {
            expect.seen(session.opening());
            Exchange initialized = alone(session.post(Handshake.initialized())).send();
            ObjectNode ping = JsonRpc.request(session.nextId(), "ping");
            Exchange answer = alone(session.post(ping)).send();

            expect.that("initialized over a new connection", initialized).accepted();
            expect.that("ping over a new connection", answer)
                    .holds(answer.responseTo(ping.get("id")).isPresent(), "the response");
        }
    }

    @Verifies("http.stateless.any-connection")
    void requests_are_served_over_new_connections(Observed observed, StatelessSession session, Expect expect) {
        List<Reply> usual = observed.replies().stream().filter(Reply::succeeded).toList();
        if (usual.isEmpty()) {
            throw new Inconclusive("no request was served over kept connections");
        }
        for (Reply reply : usual) {
            ObjectNode request = (ObjectNode)
                    Json.parse(reply.evidence().get(0).request().body()).orElseThrow();
            request.set("id", session.nextId());
            Exchange answer = alone(session.post(request)).send();

            expect.seen(reply);
            expect.that(request.path("method").asText() + " over a new connection", answer)
                    .holds(
                            answer.responseTo(request.get("id"))
                                    .filter(message -> message.has("result"))
                                    .isPresent(),
                            "a result, as over a kept connection");
        }
    }

    private static Probe alone(Probe probe) {
        return probe.with("Connection", "close");
    }

    @Verifies("transport.multi.concurrent-streams")
    void two_requests_at_the_same_time_are_both_answered_while_a_stream_is_open(
            StreamableSession session, Expect expect) {
        Reply control = session.ask("ping");
        expect.control(control.succeeded(), control.evidence().get(0), "a ping on its own");
        ObjectNode one = JsonRpc.request(session.nextId(), "ping");
        ObjectNode other = JsonRpc.request(session.nextId(), "ping");

        try (EventStream listening = session.get().open()) {
            Exchange listened = listening.peek(StreamableSession.STATUS_LINE);
            try (EventStream first = session.post(one).open();
                    EventStream second = session.post(other).open()) {
                answered("the first ping", first, one, expect);
                answered("the second ping", second, other, expect);
            }
            expect.seen(listened);
        }
    }

    private static void answered(String label, EventStream stream, ObjectNode request, Expect expect) {
        if (stream.peek(PATIENCE).isEventStream()) {
            stream.await(Until.responseTo(request.get("id")), PATIENCE);
        }
        Exchange answer = stream.exchange();
        expect.that(label + " while others are open", answer)
                .holds(answer.responseTo(request.get("id")).isPresent(), "its response");
    }
}
