package dev.touchstone.wire;

import java.util.List;
import java.util.Set;

/**
 * An event stream, read strictly.
 *
 * @param events its blocks in order, the unterminated last one included; blocks of comments alone too
 * @param lineEnds the line ends that occur: {@code LF}, {@code CRLF}, {@code CR}
 * @param bom whether it begins with a byte order mark
 * @param wellFormed whether all its bytes are UTF-8
 */
public record SseStream(List<SseEvent> events, Set<String> lineEnds, boolean bom, boolean wellFormed) {
    /** A stream without events. */
    public static final SseStream EMPTY = new SseStream(List.of(), Set.of(), false, true);

    /** Copies the collections. */
    public SseStream {
        events = List.copyOf(events);
        lineEnds = Set.copyOf(lineEnds);
    }

    /** What a client is handed: complete blocks that have a data line (HTML standard, 9.2.6). */
    public List<SseEvent> dispatched() {
        return events.stream()
                .filter(event -> event.complete() && event.hasData())
                .toList();
    }

    /** The dispatched events that carry protocol messages: type {@code message}, data not empty. */
    public List<SseEvent> messages() {
        return dispatched().stream()
                .filter(event -> event.type().equals("message") && !event.data().isEmpty())
                .toList();
    }
}
