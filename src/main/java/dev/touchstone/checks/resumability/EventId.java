package dev.touchstone.checks.resumability;

import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.SseEvent;
import java.util.stream.Stream;

/** Event ids as the checks look at them. */
final class EventId {
    private EventId() {}

    /** The id lines of an event stream as they came, empty ones left out. */
    static Stream<String> lines(Exchange exchange) {
        return exchange.events().events().stream()
                .filter(SseEvent::complete)
                .flatMap(event -> event.fields().stream())
                .filter(field -> field.name().equals("id") && !field.value().isEmpty())
                .map(field -> field.value());
    }

    /** Whether a header can carry it unchanged: no control characters, no space at either end. */
    static boolean fitsHeader(String id) {
        return id.equals(id.strip()) && id.chars().noneMatch(c -> c < ' ' || c == 0x7F);
    }
}
