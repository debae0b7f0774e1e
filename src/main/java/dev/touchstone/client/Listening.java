package dev.touchstone.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The stream on which a server can speak first: one that a GET of the session opens, or the stream of HTTP+SSE. */
public final class Listening implements AutoCloseable {
    private static final Duration HEADERS = Duration.ofSeconds(1);
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final Optional<EventStream> stream;
    private final boolean owned;

    private Listening(Optional<EventStream> stream, boolean owned) {
        this.stream = stream;
        this.owned = owned;
    }

    /** Listens in a session from now on, as far as the server lets us. */
    public static Listening in(Session session) {
        return in(session, true);
    }

    /** Listens in a session from now on; nothing is heard where it takes a GET that the server is known not to offer. */
    public static Listening in(Session session, boolean offered) {
        if (session instanceof LegacySseSession legacy) {
            return new Listening(Optional.of(legacy.stream()), false);
        }
        if (!offered || !(session instanceof StreamableSession streamable)) {
            return new Listening(Optional.empty(), false);
        }
        EventStream stream = streamable.get().open();
        stream.awaitHeaders(HEADERS);
        return new Listening(Optional.of(stream), true);
    }

    /** The exchange of the stream as it is now, the refusal to let us listen included; empty if nothing has come. */
    public Optional<Exchange> exchange() {
        return stream.map(EventStream::exchange)
                .filter(exchange -> exchange.response().isPresent());
    }

    /** Whether an exchange is that of the stream. */
    public boolean isOf(Exchange other) {
        return exchange().filter(own -> own.number() == other.number()).isPresent();
    }

    /** The requests and notifications that have come on the stream. */
    public List<JsonNode> unasked() {
        return exchange().map(Listening::unasked).orElse(List.of());
    }

    /** The requests and notifications that an exchange carries. */
    public static List<JsonNode> unasked(Exchange exchange) {
        return exchange.messages().stream()
                .filter(message -> JsonRpc.isRequest(message) || JsonRpc.isNotification(message))
                .toList();
    }

    /** The responses that have come on the stream. */
    public List<JsonNode> responses() {
        return exchange()
                .filter(Exchange::isEventStream)
                .map(Listening::responses)
                .orElse(List.of());
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
        stream.ifPresent(open -> open.await(Until.end(), time));
    }

    /**
     * Waits a moment for more than so many requests and notifications: nothing orders what comes on a stream of its own
     * and the answers to requests.
     */
    public void settle(int before) {
        stream.filter(open -> owned)
                .ifPresent(open -> open.await(came -> unasked().size() > before, MOMENT));
    }

    @Override
    public void close() {
        stream.filter(open -> owned).ifPresent(EventStream::close);
    }
}
