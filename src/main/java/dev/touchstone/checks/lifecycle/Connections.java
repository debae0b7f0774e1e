package dev.touchstone.checks.lifecycle;

import dev.touchstone.client.EventStream;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.LegacySseSession;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Session;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import java.time.Duration;

/** The beginning and the end of what a client says. */
@Conformance
class Connections {
    private static final Duration HEADERS = Duration.ofSeconds(2);

    @Verifies("lifecycle.order.initialize-first")
    void nothing_is_served_outside_of_a_session(StreamableClient client, StreamableSession session, Expect expect) {
        Exchange inside =
                session.post(JsonRpc.request(session.nextId(), "tools/list")).send();
        Exchange outside =
                client.post(JsonRpc.request(session.nextId(), "tools/list")).send();

        expect.seen(inside);
        boolean served = outside.messages().stream().anyMatch(message -> message.has("result"));
        expect.that("tools/list without a session", outside)
                .holds(!served, "a client error status (4xx) or a JSON-RPC error");
    }

    @Verifies("lifecycle.shutdown.connection-close")
    void a_dropped_connection_leaves_the_server_serviceable(McpClient client, Expect expect) {
        try (Session leaving = client.connect();
                Session bystander = client.connect()) {
            listen(leaving, Duration.ofMillis(1), expect);
            listen(bystander, client.http().limits().settle(), expect);

            expect.that(
                            "initialize after a connection was dropped",
                            client.initialize(Handshake.params(client.revision().id())))
                    .result();
        }
    }

    /** Opens the stream of a session, listens for a moment and drops it. */
    private static void listen(Session session, Duration time, Expect expect) {
        try (EventStream stream = streamOf(session)) {
            stream.awaitHeaders(HEADERS);
            stream.awaitEnd(time);
            expect.seen(stream.exchange());
        }
    }

    private static EventStream streamOf(Session session) {
        return session instanceof LegacySseSession legacy
                ? legacy.stream()
                : ((StreamableSession) session).get().open();
    }
}
