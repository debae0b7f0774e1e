package dev.touchstone.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.client.StatelessSession;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An ordinary conversation, recorded once per dialect and shared by all checks that only look: initialize, the initialized
 * notification, ping, a list request for each declared capability, and a request for an unknown method. Without a
 * handshake it begins with discovery, which takes the place of ping as well, and the notification cancels nothing.
 */
@Shared(Shared.Per.DIALECT)
public final class Observed {
    private static final List<String> LISTED = List.of("prompts", "resources", "tools");

    private final Dialect dialect;
    private final McpClient client;
    private @Nullable Recorded recorded;
    private @Nullable Exchange listening;

    private record Recorded(Reply initialize, Exchange initialized, Reply ping, List<Reply> lists, Reply unknown) {}

    Observed(Dialect dialect, McpClient client) {
        this.dialect = dialect;
        this.client = client;
    }

    private synchronized Recorded recorded() {
        if (recorded == null) {
            try (Session session = client.begin()) {
                boolean stateless = session instanceof StatelessSession;
                Exchange initialized = stateless ? session.tell(cancellation()) : session.initialized();
                Reply ping = stateless ? session.opening() : session.ping();
                List<Reply> lists = new ArrayList<>();
                JsonNode declared = dialect.capabilities();
                LISTED.stream()
                        .filter(declared::has)
                        .forEach(capability -> lists.add(session.ask(capability + "/list")));
                Reply unknown = session.ask("touchstone/" + UUID.randomUUID());
                recorded = new Recorded(session.opening(), initialized, ping, lists, unknown);
            }
        }
        return recorded;
    }

    /** The only notification that clients have left, of a request that never was. */
    private static ObjectNode cancellation() {
        ObjectNode notification = JsonRpc.notification("notifications/cancelled");
        notification.putObject("params").put("requestId", "touchstone-" + UUID.randomUUID());
        return notification;
    }

    /** What came of initialize, or of discovery. */
    public Reply initialize() {
        return recorded().initialize();
    }

    /** The answer to an ordinary notification. */
    public Exchange notified() {
        return recorded().initialized();
    }

    /** What came of ping, or of discovery. */
    public Reply ping() {
        return recorded().ping();
    }

    /** What came of the list requests, one for each declared capability. */
    public List<Reply> lists() {
        return recorded().lists();
    }

    /** What came of a request whose method nobody knows. */
    public Reply unknownMethod() {
        return recorded().unknown();
    }

    /** What a GET for the event stream was answered over Streamable HTTP, in a session of its own. */
    public synchronized Exchange listening() {
        if (listening == null) {
            if (!(client instanceof StreamableClient streamable)) {
                throw new IllegalStateException("only Streamable HTTP has a GET of its own");
            }
            try (StreamableSession session = streamable.connect()) {
                listening = session.get().peek(StreamableSession.STATUS_LINE);
            }
        }
        return listening;
    }

    /** All replies to requests that a server should serve, in order. */
    public List<Reply> replies() {
        List<Reply> all = new ArrayList<>();
        all.add(initialize());
        if (ping() != initialize()) {
            all.add(ping());
        }
        all.addAll(lists());
        return all;
    }
}
