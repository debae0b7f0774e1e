package dev.touchstone.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.wire.BodyEnd;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.SseEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Comes back for what is missing of a stream that ended before its response: by GET with the last event id, after the
 * time that the server asks for, as clients do.
 */
final class Polling {
    private static final int MOST = 6;
    private static final Duration USUAL = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final StreamableSession session;
    private final JsonNode id;
    private final List<Exchange> exchanges = new ArrayList<>();

    private Polling(StreamableSession session, JsonNode id) {
        this.session = session;
        this.id = id;
    }

    /** The exchange that was begun with, and those that followed it up, the last of them with the response if it came. */
    static List<Exchange> follow(StreamableSession session, Exchange first, JsonNode id) {
        Polling polling = new Polling(session, id);
        polling.exchanges.add(first);
        while (polling.exchanges.size() <= MOST && polling.unfinished()) {
            Optional<Duration> wait = polling.wait(polling.exchanges.size() > 1);
            Optional<String> lastId = polling.last(SseEvent::id).filter(value -> !value.isEmpty());
            if (lastId.isEmpty() || wait.isEmpty()) {
                break;
            }
            pause(wait.get());
            polling.comeBack(lastId.get());
        }
        return List.copyOf(polling.exchanges);
    }

    private boolean unfinished() {
        Exchange latest = exchanges.get(exchanges.size() - 1);
        boolean ended = latest.response()
                .filter(response -> response.end() == BodyEnd.COMPLETE || response.end() == BodyEnd.CUT)
                .isPresent();
        return latest.isEventStream()
                && latest.succeeded()
                && ended
                && latest.responseTo(id).isEmpty();
    }

    /** The time that the server asks for, else a short one before every second attempt; empty when it asks for too much. */
    private Optional<Duration> wait(boolean again) {
        Duration asked = last(SseEvent::retry)
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(value -> Duration.ofMillis(Long.parseLong(value)))
                .orElse(again ? USUAL : Duration.ZERO);
        return Optional.of(asked).filter(time -> time.compareTo(LONGEST) <= 0);
    }

    private Optional<String> last(Function<SseEvent, Optional<String>> field) {
        return exchanges.stream()
                .flatMap(exchange -> exchange.events().events().stream())
                .filter(SseEvent::complete)
                .flatMap(event -> field.apply(event).stream())
                .reduce((earlier, later) -> later);
    }

    private void comeBack(String lastId) {
        try (EventStream resumed = session.get().with("Last-Event-ID", lastId).open()) {
            if (resumed.peek(StreamableSession.STATUS_LINE).isEventStream()) {
                resumed.await(Until.responseTo(id), PATIENCE);
            }
            exchanges.add(resumed.exchange());
        }
    }

    private static void pause(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos();
                left > 0 && !Thread.currentThread().isInterrupted();
                left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
