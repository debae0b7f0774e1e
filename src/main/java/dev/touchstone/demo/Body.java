package dev.touchstone.demo;

import java.util.List;

/** What follows the head of a reply: bytes known in advance, or a stream of events. */
public sealed interface Body {

    /** A body of known length, possibly empty. */
    record Fixed(byte[] bytes) implements Body {}

    /** An event stream: some events at once, then whatever comes through the channel until it is closed. */
    record Stream(List<SseEvent> events, Channel rest) implements Body {
        public Stream {
            events = List.copyOf(events);
        }
    }
}
