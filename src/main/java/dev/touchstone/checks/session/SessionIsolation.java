package dev.touchstone.checks.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.EventStream;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.client.Until;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Siblings;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import java.time.Duration;

/** Whether sessions keep to themselves. */
@Conformance
class SessionIsolation {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Verifies("session.state.isolated")
    void the_same_request_id_in_two_sessions_gets_two_answers(StreamableClient client, Expect expect) {
        try (StreamableSession one = client.connect();
                StreamableSession other = client.connect()) {
            expect.control(one.ask("ping"), "ping in a session alone");
            ObjectNode ping = JsonRpc.request(one.nextId(), "ping");
            ObjectNode unknown = JsonRpc.request(ping.path("id"), "touchstone/no-such-method");
            try (EventStream first = one.post(ping).open();
                    EventStream second = other.post(unknown).open()) {
                Exchange answer = finished(first, ping.path("id"));
                Exchange otherAnswer = finished(second, ping.path("id"));

                expect.that("ping in one session", answer)
                        .holds(
                                answer.responseTo(ping.path("id"))
                                        .filter(m -> m.has("result"))
                                        .isPresent(),
                                "its own result");
                boolean foreign = otherAnswer.messages().stream().anyMatch(m -> m.has("result"));
                expect.that("an unknown method in the other", otherAnswer)
                        .holds(otherAnswer.response().isPresent() && !foreign, "an error of its own");
            }
        }
    }

    private static Exchange finished(EventStream stream, JsonNode id) {
        stream.awaitHeaders(PATIENCE);
        if (stream.exchange().isEventStream()) {
            stream.await(Until.responseTo(id), PATIENCE);
        } else {
            stream.awaitEnd(PATIENCE);
        }
        return stream.exchange();
    }

    @Verifies("session.negotiation.per-session")
    void a_session_keeps_its_revision_while_another_negotiates_a_different_one(
            StreamableClient client, StreamableSession session, Siblings siblings, Expect expect) {
        String other = siblings.anotherRevision()
                .orElseThrow(() ->
                        new NotApplicable("the server speaks only " + session.revision() + " over this transport"));
        expect.control(session.ask("ping"), "ping before the other session");

        expect.that("initialize of a session in " + other, client.initialize(Handshake.params(other)))
                .result();
        expect.that("ping in the first session afterwards", session.ask("ping")).result();
    }
}
