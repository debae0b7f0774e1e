package dev.touchstone.checks.lifecycle;

import dev.touchstone.client.EventStream;
import dev.touchstone.client.LegacySseSession;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Probe;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The beginning and the end of what a client says. */
@Conformance
class Connections {

    @Verifies("lifecycle.order.initialize-first")
    void nothing_is_served_outside_of_a_session(
            StreamableClient client, StreamableSession session, Dialect dialect, Expect expect) {
        String method = Stream.of("tools", "resources", "prompts")
                .filter(dialect.capabilities()::has)
                .findFirst()
                .map(capability -> capability + "/list")
                .orElseThrow(() -> new NotApplicable("initialize (exchange "
                        + session.initialize().number() + ") declares nothing that could be listed"));
        expect.control(session.ask(method), method + " inside the session");
        Exchange outside =
                client.post(JsonRpc.request(session.nextId(), method)).send();
        expect.seen(outside);
        if (outside.response().isEmpty()) {
            throw new Inconclusive(method + " without a session: " + outside.inShort());
        }

        boolean error = outside.messages().stream().anyMatch(JsonRpc::isError);
        expect.that(method + " without a session", outside)
                .holds(error || outside.refused(), "a client error status (4xx) or a JSON-RPC error");
    }

    @Verifies("lifecycle.shutdown.connection-close")
    void a_dropped_connection_leaves_the_server_serviceable(McpClient client, Expect expect) {
        try (Session session = client.connect()) {
            expect.seen(session.opening());
            drop(session, expect);

            Reply next = Negotiation.ask(client, client.revision().id());
            if (expect.that("initialize after the connection was dropped", next).result()) {
                expect.that("initialize once the server had time to notice", later(client))
                        .result();
            }
        }
    }

    /** Servers notice that a client is gone when they write to it, which some do at intervals. */
    private static Reply later(McpClient client) {
        Duration settle = client.http().limits().settle();
        return Awaitility.await()
                .pollInSameThread()
                .pollDelay(settle)
                .atMost(settle.plus(client.http().limits().answer().multipliedBy(2)))
                .until(() -> Negotiation.ask(client, client.revision().id()), reply -> true);
    }

    /** Leaves the stream that the server may talk on, or where there is none, the connection of a request. */
    private static void drop(Session session, Expect expect) {
        if (session instanceof LegacySseSession legacy) {
            legacy.close();
            expect.seen(legacy.received());
            return;
        }
        StreamableSession streamable = (StreamableSession) session;
        Exchange listened = dropped(streamable.get());
        expect.seen(listened);
        if (!listened.isEventStream()) {
            var ping = JsonRpc.request(session.nextId(), "ping");
            expect.seen(dropped(streamable.post(ping).with("Connection", "close")));
        }
    }

    private static Exchange dropped(Probe probe) {
        try (EventStream stream = probe.open()) {
            stream.awaitHeaders(StreamableSession.STATUS_LINE);
            return stream.exchange();
        }
    }
}
