package dev.touchstone.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The events of the last streams of a session, kept so that a client can resume where a stream broke off. */
final class EventLog {

    private static final int STREAMS_KEPT = 50;

    private final Map<String, List<SseEvent>> streams = new LinkedHashMap<>();

    /** Numbers the events of a new stream; the id says which stream and how far into it. */
    synchronized List<SseEvent> record(List<SseEvent> events) {
        String stream = UUID.randomUUID().toString();
        List<SseEvent> numbered = new ArrayList<>();
        for (SseEvent event : events) {
            numbered.add(event.withId(stream + "_" + numbered.size()));
        }
        streams.put(stream, numbered);
        if (streams.size() > STREAMS_KEPT) {
            streams.remove(streams.keySet().iterator().next());
        }
        return List.copyOf(numbered);
    }

    /** What came after an event on its own stream; empty if the event is not known here. */
    synchronized Optional<List<SseEvent>> after(String eventId) {
        for (List<SseEvent> events : streams.values()) {
            for (int i = 0; i < events.size(); i++) {
                if (eventId.equals(events.get(i).id())) {
                    return Optional.of(List.copyOf(events.subList(i + 1, events.size())));
                }
            }
        }
        return Optional.empty();
    }
}
