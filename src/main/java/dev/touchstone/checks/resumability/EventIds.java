package dev.touchstone.checks.resumability;

import dev.touchstone.client.StreamableClient;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Shown;
import dev.touchstone.wire.SseEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ids and retry fields of all events of the run. */
@Conformance
@Afterwards
class EventIds {
    private static final int MOST = 20;

    @Verifies("resumability.event-id.unique")
    void an_event_id_does_not_come_twice_in_a_session(Recorded recorded, Expect expect) {
        List<Exchange> streams = streams(recorded).stream()
                .filter(exchange ->
                        exchange.request().headers().first("Last-Event-ID").isEmpty())
                .toList();
        Map<String, Exchange> first = new HashMap<>();
        Map<String, String> repeated = new TreeMap<>();
        for (Exchange stream : streams) {
            String session = session(stream);
            EventId.lines(stream).distinct().forEach(id -> {
                Exchange earlier = first.putIfAbsent(session + " " + id, stream);
                if (earlier != null && repeated.size() < MOST) {
                    expect.seen(earlier).seen(stream);
                    repeated.putIfAbsent(
                            id,
                            "the id " + Shown.quoted(id) + " came on the streams of exchanges " + earlier.number()
                                    + " and " + stream.number() + " of one session");
                }
            });
        }

        streams.stream().limit(MOST).forEach(expect::seen);
        repeated.values().forEach(seen -> expect.holds(false, "an id of its own for every event of a session", seen));
        if (repeated.isEmpty()) {
            demandTwoStreamsOfASession(streams);
            expect.holds(true, "different ids", first.size() + " different ids on " + streams.size() + " streams");
        }
    }

    private static void demandTwoStreamsOfASession(List<Exchange> streams) {
        long sessions = streams.stream().map(EventIds::session).distinct().count();
        if (streams.size() == sessions) {
            throw new Inconclusive("no session had two streams with event ids, so nothing could be compared");
        }
    }

    /** The session of a stream; where there are none, all streams are those of one client. */
    private static String session(Exchange stream) {
        return stream.request()
                .headers()
                .first(StreamableClient.SESSION_ID)
                .or(() -> stream.header(StreamableClient.SESSION_ID))
                .orElse("");
    }

    @Verifies("resumability.event-id.header-safe")
    void an_event_id_fits_into_a_header(Recorded recorded, Expect expect) {
        List<Exchange> streams = streams(recorded);
        List<Exchange> wrong = streams.stream()
                .filter(stream -> !EventId.lines(stream).allMatch(EventId::fitsHeader))
                .limit(MOST)
                .toList();

        for (Exchange stream : wrong) {
            String id = EventId.lines(stream)
                    .filter(line -> !EventId.fitsHeader(line))
                    .findFirst()
                    .orElseThrow();
            expect.seen(stream);
            expect.holds(false, "an id without control characters and outer spaces", "the id " + Shown.quoted(id));
        }
        if (wrong.isEmpty()) {
            streams.stream().limit(MOST).forEach(expect::seen);
            String example = EventId.lines(streams.get(0)).findFirst().orElseThrow();
            expect.holds(true, "ids that fit", "ids such as " + Shown.quoted(example));
        }
    }

    private static List<Exchange> streams(Recorded recorded) {
        List<Exchange> streams = recorded.exchanges().stream()
                .filter(exchange -> EventId.lines(exchange).findAny().isPresent())
                .toList();
        if (streams.isEmpty()) {
            throw new Inconclusive("no event of the run carries an id, although one did at the beginning");
        }
        return streams;
    }

    @Verifies("resumability.retry.integer")
    void a_retry_field_is_a_number(Recorded recorded, Expect expect) {
        boolean any = false;
        for (Exchange stream : recorded.exchanges()) {
            for (SseEvent event : stream.events().events()) {
                if (event.complete() && event.retry().isPresent()) {
                    any = true;
                    judge(event.retry().get(), stream, expect);
                }
            }
        }
        if (!any) {
            throw new NotApplicable("no event of the run has a retry field");
        }
    }

    private static void judge(String retry, Exchange stream, Expect expect) {
        boolean number = retry.matches("[0-9]+");
        if (number ? expect.observations().isEmpty() : expect.findings().size() < MOST) {
            expect.seen(stream);
            expect.holds(number, "ASCII digits and nothing else", "retry: " + Shown.quoted(retry));
        }
    }
}
