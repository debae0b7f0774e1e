package dev.touchstone.checks.transport;

import dev.touchstone.client.OkHttpSseView;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.SseEvent;
import dev.touchstone.wire.SseStream;
import java.util.List;

/** The bytes of the event streams that answer requests, and what is in their events. */
@Conformance
class EventFraming {
    @Verifies("transport.sse.events-complete")
    void every_event_ends_with_a_blank_line(Observed observed, Expect expect) {
        for (Answer answer : Answer.streams(observed, expect)) {
            boolean waitedFor = answer.ended() || !answer.delivered();
            boolean unfinished = waitedFor && answer.unfinished().isPresent();
            expect.holds(
                    !unfinished,
                    "a blank line after the last event with data",
                    answer.name() + (unfinished ? " stops within an event" : " consists of complete events"));
        }
    }

    @Verifies("transport.sse.utf8")
    void event_streams_are_valid_utf_8(Observed observed, Expect expect) {
        for (Answer answer : Answer.streams(observed, expect)) {
            SseStream stream = answer.ended() ? answer.exchange().events() : answer.complete();
            expect.holds(
                    stream.wellFormed(),
                    "bytes that are UTF-8",
                    answer.name() + (stream.wellFormed() ? " is valid UTF-8" : " has bytes that are not UTF-8"));
        }
    }

    @Verifies("transport.sse.common-client-view")
    void a_common_client_reads_the_streams_like_a_strict_reader(Observed observed, Expect expect) {
        for (Answer answer : Answer.streams(observed, expect)) {
            String expected = "the same events in okhttp-sse as in a strict reader";
            SseStream stream = answer.complete();
            if (stream.lineEnds().contains("CR")) {
                expect.holds(
                        false,
                        expected,
                        answer.name() + " ends lines with a lone CR, on which okhttp-sse never returns");
                continue;
            }
            String difference = difference(stream, OkHttpSseView.of(answer.wholeEvents()));
            expect.holds(
                    difference.isEmpty(),
                    expected,
                    answer.name() + (difference.isEmpty() ? " is read alike" : ": " + difference));
        }
    }

    private static String difference(SseStream strict, OkHttpSseView.View common) {
        List<SseEvent> events = strict.dispatched();
        if (common.trouble().isPresent()) {
            return "okhttp-sse: " + common.trouble().get();
        } else if (events.size() != common.events().size()) {
            return "okhttp-sse delivers " + common.events().size() + " of " + events.size() + " events";
        }
        for (int i = 0; i < events.size(); i++) {
            if (!same(events.get(i), common.events().get(i))) {
                return "okhttp-sse delivers event " + (i + 1) + " with other fields";
            }
        }
        return "";
    }

    /** An id that an event does not carry itself may be anything: readers repeat those of events before. */
    private static boolean same(SseEvent strict, OkHttpSseView.Event common) {
        return strict.type().equals(common.type())
                && strict.data().equals(common.data())
                && strict.id().map(common.id()::equals).orElse(true);
    }
}
