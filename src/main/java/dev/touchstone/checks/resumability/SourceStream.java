package dev.touchstone.checks.resumability;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.SseEvent;
import dev.touchstone.wire.SseStream;
import java.util.List;
import java.util.Optional;

/**
 * A stream that answered a request and can be resumed.
 *
 * @param exchange the request and its stream
 */
record SourceStream(Exchange exchange) {

    /** Whether it is an event stream with an id that a header can carry back. */
    boolean resumable() {
        return exchange.isEventStream() && !ids().isEmpty() && ids().stream().allMatch(EventId::fitsHeader);
    }

    /** The request. */
    JsonNode request() {
        return Json.parse(exchange.request().body()).orElseThrow();
    }

    /** The ids of its events in order. */
    List<String> ids() {
        return exchange.events().events().stream()
                .filter(SseEvent::complete)
                .flatMap(event -> event.id().stream())
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** Whether a message followed the event with an id. */
    boolean continuesAfter(String id) {
        SseStream stream = exchange.events();
        return stream.messages().stream()
                .anyMatch(message -> stream.events().stream()
                        .takeWhile(event -> event != message)
                        .anyMatch(event -> event.id().equals(Optional.of(id))));
    }

    /** Whether another exchange brings its response. */
    boolean goesOnIn(Exchange other) {
        return other.responseTo(request().get("id")).isPresent();
    }

    /** Whether another exchange brings anything of it: its response, or an event with one of its ids. */
    boolean showsIn(Exchange other) {
        return goesOnIn(other) || new SourceStream(other).ids().stream().anyMatch(ids()::contains);
    }

    /** Whether another exchange repeats what came up to an event. */
    boolean repeatsUpTo(String last, Exchange other) {
        List<String> known = ids().subList(0, ids().lastIndexOf(last) + 1);
        boolean whole = known.size() == ids().size();
        return new SourceStream(other).ids().stream().anyMatch(known::contains) || (whole && goesOnIn(other));
    }
}
