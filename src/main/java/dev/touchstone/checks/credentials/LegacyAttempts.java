package dev.touchstone.checks.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.LegacySseClient;
import dev.touchstone.client.LegacySseSession;
import dev.touchstone.wire.JsonRpc;
import java.util.ArrayList;
import java.util.List;

/** The kinds of request of HTTP+SSE: the GET that opens the stream, and POSTs to the address it announces. */
final class LegacyAttempts {
    private final LegacySseClient client;
    private final Variants variants;

    LegacyAttempts(LegacySseClient client, Variants variants) {
        this.client = client;
        this.variants = variants;
    }

    List<Attempt> make() {
        List<Attempt> attempts = new ArrayList<>();
        try (LegacySseSession session = client.open()) {
            attempts.add(variants.attempt("GET", () -> client.get().reading(stream -> true), session::received));
            if (session.messageUrl().isPresent()) {
                session.initialize(Handshake.params(client.revision().id()));
                session.initialized();
                JsonNode id = session.nextId();
                attempts.add(variants.attempt("POST of a request", () -> session.post(JsonRpc.request(id, "ping"))));
                attempts.add(variants.attempt("POST of a notification", () -> session.post(Handshake.initialized())));
            }
        }
        return List.copyOf(attempts);
    }
}
