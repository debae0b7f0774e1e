package dev.touchstone.checks.roots;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.EventStream;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.LegacySseClient;
import dev.touchstone.client.LegacySseSession;
import dev.touchstone.client.Limits;
import dev.touchstone.client.Listening;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A client that declares roots, listens, and answers a server that asks for them; it has none. */
final class ClientWithRoots implements AutoCloseable {
    private final Session session;
    private final Listening listening;
    private final Limits limits;
    private final Set<JsonNode> answered = new HashSet<>();

    private ClientWithRoots(Session session, Limits limits) {
        this.session = session;
        this.listening = Listening.in(session);
        this.limits = limits;
    }

    /** Opens a session that is ready for operation. */
    static ClientWithRoots connect(McpClient client) {
        ObjectNode params = Handshake.params(client.revision().id());
        params.withObject("/capabilities/roots").put("listChanged", true);
        Session session = client instanceof LegacySseClient legacy
                ? legacy.begin(params)
                : ((StreamableClient) client).begin(params, UnaryOperator.identity());
        session.initialized();
        return new ClientWithRoots(session, client.http().limits());
    }

    Reply ping() {
        return session.ask("ping");
    }

    /** Says that the roots have changed. A server may ask for them before it takes the message. */
    Exchange tellOfChange() {
        ObjectNode change = JsonRpc.notification("notifications/roots/list_changed");
        try (EventStream told = session instanceof LegacySseSession legacy
                ? legacy.post(change).open()
                : ((StreamableSession) session).post(change).open()) {
            if (!told.awaitHeaders(limits.settle())) {
                answer();
            }
            return told.peek(limits.answer());
        }
    }

    private void answer() {
        listening.exchange().stream()
                .flatMap(heard -> heard.messages().stream())
                .filter(message -> message.path("method").asText().equals("roots/list"))
                .map(request -> request.path("id"))
                .filter(answered::add)
                .forEach(id -> session.tell(JsonRpc.result(id, none())));
    }

    private static ObjectNode none() {
        ObjectNode result = Json.object();
        result.putArray("roots");
        return result;
    }

    @Override
    public void close() {
        answer();
        listening.close();
        session.close();
    }
}
