package dev.touchstone.checks.resumability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.touchstone.client.EventStream;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.client.Until;
import dev.touchstone.junit.Shared;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two streams of one session, read to their ends, and what came when the first was resumed: from its first event, from its
 * last, and from its first in another session.
 */
@Shared(Shared.Per.DIALECT)
final class Resumption {
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration SETTLE = Duration.ofMillis(400);

    private final Dialect dialect;
    private final McpClient client;
    private @Nullable Seen seen;

    /** What was done once. */
    private record Seen(
            SourceStream first,
            SourceStream second,
            Optional<Exchange> fromFirst,
            Exchange fromLast,
            Optional<Exchange> elsewhere) {}

    Resumption(Dialect dialect, McpClient client) {
        this.dialect = dialect;
        this.client = client;
    }

    private synchronized Seen seen() {
        if (seen == null) {
            try (StreamableSession session = ((StreamableClient) client).connect()) {
                seen = done(session);
            }
        }
        return seen;
    }

    private Seen done(StreamableSession session) {
        SourceStream first = Stream.concat(Stream.of("ping"), listed())
                .map(method -> new SourceStream(ask(session, method)))
                .filter(SourceStream::resumable)
                .findFirst()
                .orElseThrow(
                        () -> new NotApplicable("no stream that answered a request had an event id to resume from"));
        String method = first.request().path("method").asText();
        SourceStream second = new SourceStream(ask(session, method));
        String begin = first.ids().get(0);
        String end = first.ids().get(first.ids().size() - 1);
        Optional<Exchange> fromFirst = first.continuesAfter(begin)
                ? Optional.of(resume(session, begin, first.request().get("id")))
                : Optional.empty();
        Exchange fromLast = resume(session, end, second.request().get("id"));
        Optional<Exchange> elsewhere = session.id().map(id -> inAnotherSession(begin, first));
        return new Seen(first, second, fromFirst, fromLast, elsewhere);
    }

    private Stream<String> listed() {
        return Stream.of("prompts", "resources", "tools")
                .filter(dialect.capabilities()::has)
                .map(capability -> capability + "/list");
    }

    private Exchange inAnotherSession(String eventId, SourceStream first) {
        try (StreamableSession other = ((StreamableClient) client).connect()) {
            return resume(other, eventId, first.request().get("id"));
        }
    }

    /** A request whose id no other session uses, so that its response can be told anywhere. */
    private static Exchange ask(StreamableSession session, String method) {
        JsonNode id = session.nextId().isTextual()
                ? JsonNodeFactory.instance.textNode(UUID.randomUUID().toString())
                : JsonNodeFactory.instance.numberNode(
                        ThreadLocalRandom.current().nextInt(1 << 20, Integer.MAX_VALUE));
        return session.post(JsonRpc.request(id, method)).send();
    }

    /** Opens the stream again and waits for a response, or until a ping beside it was answered. */
    private static Exchange resume(StreamableSession session, String eventId, JsonNode awaited) {
        try (EventStream resumed = session.get().with(LAST_EVENT_ID, eventId).open()) {
            if (resumed.peek(StreamableSession.STATUS_LINE).isEventStream()
                    && !resumed.await(Until.responseTo(awaited), PATIENCE)) {
                session.ask("ping");
            }
            resumed.awaitEnd(SETTLE);
            return resumed.exchange();
        }
    }

    /** The stream that was resumed. */
    SourceStream first() {
        return seen().first();
    }

    /** The other stream of the session. */
    SourceStream second() {
        return seen().second();
    }

    /** What came after the id of the last event. */
    Exchange fromLast() {
        return seen().fromLast();
    }

    /** What came in the session that the stream belongs to, after the first and after the last event. */
    List<Exchange> atHome() {
        List<Exchange> all = new ArrayList<>();
        seen().fromFirst().ifPresent(all::add);
        all.add(seen().fromLast());
        return all;
    }

    /** What came in another session; empty where there are no sessions. */
    Optional<Exchange> elsewhere() {
        return seen().elsewhere();
    }

    /**
     * Demands that something is replayed at all; what is not offered cannot be wrong.
     *
     * @throws NotApplicable if nothing was
     */
    void demandReplay(Expect expect) {
        expect.seen(first().exchange());
        atHome().forEach(expect::seen);
        if (seen().fromFirst().stream().noneMatch(first()::goesOnIn)) {
            throw new NotApplicable("nothing is replayed: GET with " + LAST_EVENT_ID + " "
                    + first().ids().get(0) + " of exchange "
                    + first().exchange().number() + " brought nothing of that stream (exchange "
                    + atHome().get(0).number() + ")");
        }
    }
}
