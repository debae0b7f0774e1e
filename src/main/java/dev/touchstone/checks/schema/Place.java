package dev.touchstone.checks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.junit.Recorded;
import dev.touchstone.wire.Received;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value somewhere in a message.
 *
 * @param received the message
 * @param pointer where in it
 * @param value the value
 */
record Place(Received received, String pointer, JsonNode value) {
    /** The values at places that match a pattern, in which a star is each item of an array; the same one only once. */
    static List<Place> all(Recorded recorded, List<String> patterns) {
        Map<Object, Place> places = new LinkedHashMap<>();
        for (Received received : recorded.messages()) {
            for (String pattern : patterns) {
                for (Place place : matching(received, pattern.substring(1).split("/"))) {
                    places.putIfAbsent(List.of(place.label(), place.value()), place);
                }
            }
        }
        return List.copyOf(places.values());
    }

    private static List<Place> matching(Received received, String[] steps) {
        List<Place> places = List.of(new Place(received, "", received.message()));
        for (String step : steps) {
            List<Place> next = new ArrayList<>();
            places.forEach(place -> next.addAll(place.step(step)));
            places = next;
        }
        return places;
    }

    private List<Place> step(String escaped) {
        String step = escaped.replace("~1", "/").replace("~0", "~");
        if (!step.equals("*")) {
            return value.has(step)
                    ? List.of(new Place(received, pointer + "/" + escaped, value.path(step)))
                    : List.of();
        }
        List<Place> items = new ArrayList<>();
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            items.add(new Place(received, pointer + "/" + i, value.path(i)));
        }
        return items;
    }

    /** The method and the pointer: {@code tools/list /result/tools/0/title}. */
    String label() {
        return (received.method().isEmpty() ? "a response" : received.method()) + " " + pointer;
    }
}
