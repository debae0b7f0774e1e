package dev.touchstone.junit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.EventStream;
import dev.touchstone.client.LegacySseSession;
import dev.touchstone.client.Session;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The stream of a session on which a server says what belongs to no request: a GET, or the stream of HTTP+SSE. */
public final class Listener implements AutoCloseable {
    private static final Duration HEADERS = Duration.ofSeconds(1);
    private static final Duration SETTLE = Duration.ofMillis(100);

    private final Optional<EventStream> stream;
    private final boolean owned;

    private Listener(Optional<EventStream> stream, boolean owned) {
        this.stream = stream;
        this.owned = owned;
    }

    /** Listens in a session; hears nothing where the server offers no stream. */
    public static Listener in(Session session, Dialect dialect) {
        if (session instanceof LegacySseSession legacy) {
            return new Listener(Optional.of(legacy.stream()), false);
        }
        boolean offered = dialect.feature("get-stream").offered().orElse(false);
        if (!offered || !(session instanceof StreamableSession streamable)) {
            return new Listener(Optional.empty(), false);
        }
        EventStream stream = streamable.get().open();
        stream.awaitHeaders(HEADERS);
        return new Listener(Optional.of(stream), true);
    }

    /** What came so far of the server's own accord, in order. */
    public List<JsonNode> heard() {
        return exchange().map(Listener::unasked).orElse(List.of());
    }

    /**
     * Waits a moment for more than was heard before: nothing orders what comes on a stream of its own and the answers to
     * requests.
     */
    public void settle(int before) {
        stream.filter(open -> owned).ifPresent(open -> open.await(came -> heard().size() > before, SETTLE));
    }

    /** The exchange of the stream as it is now, if there is one with an answer. */
    public Optional<Exchange> exchange() {
        return stream.map(EventStream::exchange)
                .filter(exchange -> exchange.response().isPresent());
    }

    /** Whether an exchange is that of the stream. */
    boolean isOf(Exchange other) {
        return exchange().filter(own -> own.number() == other.number()).isPresent();
    }

    /** The requests and notifications that an exchange carries. */
    public static List<JsonNode> unasked(Exchange exchange) {
        return exchange.messages().stream()
                .filter(message -> JsonRpc.isRequest(message) || JsonRpc.isNotification(message))
                .toList();
    }

    @Override
    public void close() {
        stream.filter(open -> owned).ifPresent(EventStream::close);
    }
}
