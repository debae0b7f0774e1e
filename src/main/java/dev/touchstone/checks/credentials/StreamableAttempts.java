package dev.touchstone.checks.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.NotConnected;
import dev.touchstone.client.Probe;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The kinds of request of Streamable HTTP: in a session, or outside where none can be opened. */
final class StreamableAttempts {
    /** What a request inside a session is called. */
    static final String REQUEST = "POST of a request";

    private static final JsonNode PING_ID = TextNode.valueOf("touchstone-ping");

    private final StreamableClient client;
    private final Variants variants;
    private final List<Attempt> attempts = new ArrayList<>();

    StreamableAttempts(StreamableClient client, Variants variants) {
        this.client = client;
        this.variants = variants;
    }

    List<Attempt> make(ObjectNode params) {
        try (StreamableSession session = client.connect()) {
            initialize(params, session::initialize);
            others(session::post, session::get);
            attempts.add(variants.attempt("DELETE", session::delete, session::end));
        } catch (NotConnected refused) {
            attempts.clear();
            initialize(params, () -> refused.reply().evidence().get(0));
            others(client::post, client::get);
        }
        return List.copyOf(attempts);
    }

    private void initialize(ObjectNode params, Supplier<Exchange> right) {
        Attempt attempt = variants.attempt("initialize", () -> client.initializing(params), right);
        end(attempt.without());
        end(attempt.wrong());
        attempts.add(attempt);
    }

    private void end(Exchange initialize) {
        initialize
                .header(StreamableClient.SESSION_ID)
                .ifPresent(id -> variants.send(client.delete().with(StreamableClient.SESSION_ID, id)));
    }

    private void others(Function<JsonNode, Probe> post, Supplier<Probe> get) {
        attempts.add(variants.attempt(REQUEST, () -> post.apply(JsonRpc.request(PING_ID, "ping"))));
        attempts.add(variants.attempt("POST of a notification", () -> post.apply(Handshake.initialized())));
        attempts.add(variants.attempt("GET", () -> get.get().reading(stream -> true)));
    }
}
