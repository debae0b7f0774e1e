package dev.touchstone.checks.transport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Probe;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import java.util.function.UnaryOperator;

/** What a client of Streamable HTTP sends before it knows the server, in each era. */
final class FirstRequest {
    private FirstRequest() {}

    /** Sends initialize, or discovery where there is no handshake, by a POST that may be changed. */
    static Reply send(McpClient client, UnaryOperator<Probe> change) {
        if (client instanceof StreamableClient streamable) {
            return streamable.initialize(Handshake.params(client.revision().id()), change);
        }
        StatelessClient stateless = (StatelessClient) client;
        ObjectNode request = stateless.request("server/discover");
        return stateless.reply(request, change.apply(stateless.post(request)));
    }

    /** The same unchanged. */
    static Reply send(McpClient client) {
        return send(client, probe -> probe);
    }

    /** A GET of the endpoint, in a session where there is one. */
    static Probe get(McpClient client, Session session) {
        return session instanceof StreamableSession streamable ? streamable.get() : ((StatelessClient) client).get();
    }

    /** A DELETE of the endpoint, in a session where there is one. */
    static Probe delete(McpClient client, Session session) {
        return session instanceof StreamableSession streamable
                ? streamable.delete()
                : ((StatelessClient) client).delete();
    }
}
