package dev.touchstone.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.wire.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The stream on which a server can speak first: one that a GET of the session opens, or the stream of HTTP+SSE. */
public final class Listening implements AutoCloseable {
    private static final Duration HEADERS = Duration.ofSeconds(1);

    private final EventStream stream;
    private final boolean owned;

    private Listening(EventStream stream, boolean owned) {
        this.stream = stream;
        this.owned = owned;
    }

    /** Listens in a session from now on, as far as the server lets us. */
    public static Listening in(Session session) {
        if (session instanceof LegacySseSession legacy) {
            return new Listening(legacy.stream(), false);
        }
        EventStream stream = ((StreamableSession) session).get().open();
        stream.awaitHeaders(HEADERS);
        return new Listening(stream, true);
    }

    /** What has come so far, the refusal to let us listen included; empty if nothing has. */
    public Optional<Exchange> heard() {
        return Optional.of(stream.exchange())
                .filter(exchange -> exchange.response().isPresent());
    }

    /** The responses that have come on the stream. */
    public List<JsonNode> responses() {
        return heard().filter(Exchange::isEventStream).map(Listening::responses).orElse(List.of());
    }

    /** The responses that an exchange carries; an error without an id beside an error status is none. */
    public static List<JsonNode> responses(Exchange exchange) {
        return exchange.messages().stream()
                .filter(message -> !message.has("method") && (message.has("result") || message.hasNonNull("error")))
                .filter(message -> exchange.succeeded() || message.hasNonNull("id"))
                .toList();
    }

    /** Goes on listening for a time. */
    public void settle(Duration time) {
        stream.await(Until.end(), time);
    }

    @Override
    public void close() {
        if (owned) {
            stream.close();
        }
    }
}
