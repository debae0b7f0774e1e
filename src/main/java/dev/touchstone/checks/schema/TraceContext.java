package dev.touchstone.checks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What servers say in {@code _meta} of the trace that a message belongs to. */
@Conformance
@Afterwards
class TraceContext {
    private static final Map<String, String> EXPECTED = Map.of(
            "traceparent", "version, trace, parent and flags in hexadecimal, as in 00-4bf9…4736-00f0…02b7-01",
            "tracestate", "a list of at most 32 key=value, as in vendor=opaque",
            "baggage", "a list of key=value with properties, as in user=7;tier=2");

    @Verifies("schema.trace-context")
    void trace_context_has_the_formats_of_the_w3c(Recorded recorded, Expect expect) {
        List<Place> places = new ArrayList<>();
        for (String key : TraceFormats.KEYS) {
            places.addAll(Place.all(
                    recorded,
                    MetaKey.PLACES.stream().map(meta -> meta + "/" + key).toList()));
        }
        Passively.demand(places, recorded, "a traceparent, tracestate or baggage");

        List<Place> wrong = places.stream().filter(place -> !isRight(place)).toList();
        for (Place place : wrong.isEmpty()
                ? places.subList(0, 1)
                : wrong.stream().limit(Passively.MOST).toList()) {
            expect.seen(place.received().exchange());
            expect.holds(
                    wrong.isEmpty(),
                    place.label() + " is " + EXPECTED.get(key(place)),
                    place.label() + " is " + Shown.of(place.value())
                            + (wrong.isEmpty() ? "; values looked at: " + places.size() : ""));
        }
    }

    private static boolean isRight(Place place) {
        JsonNode value = place.value();
        return value.isTextual() && TraceFormats.follows(key(place), value.asText());
    }

    private static String key(Place place) {
        return place.pointer().substring(place.pointer().lastIndexOf('/') + 1);
    }
}
