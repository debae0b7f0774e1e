package dev.touchstone.checks.transport;

import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.SseEvent;
import java.util.List;

/** What is in the events of all streams of the run, those that were resumed included. */
@Conformance
@Afterwards
class StreamedEvents {
    private static final int MOST = 5;

    @Verifies("transport.sse.messages-only")
    void events_carry_json_rpc_messages_only(Recorded recorded, Expect expect) {
        List<Exchange> streams = streams(recorded);
        if (streams.isEmpty()) {
            throw new Inconclusive("no event stream was opened in this run");
        }
        judge(streams, expect);
    }

    @Verifies("http.sse.framing")
    void events_of_servers_without_sessions_carry_messages_only(Recorded recorded, Expect expect) {
        List<Exchange> streams = streams(recorded).stream()
                .filter(stream -> !stream.events().dispatched().isEmpty())
                .toList();
        if (streams.isEmpty()) {
            throw new NotApplicable("none of the " + recorded.exchanges().size() + " answers of this run has an event");
        }
        judge(streams, expect);
    }

    private static List<Exchange> streams(Recorded recorded) {
        return recorded.exchanges().stream().filter(Exchange::isEventStream).toList();
    }

    private static void judge(List<Exchange> streams, Expect expect) {
        List<Exchange> wrong =
                streams.stream().filter(stream -> !strange(stream).isEmpty()).toList();
        wrong.stream().limit(MOST).forEach(stream -> {
            expect.seen(stream);
            expect.holds(
                    false,
                    "JSON-RPC messages in events of type message, and in no others",
                    "the stream of exchange " + stream.number() + " has "
                            + strange(stream).get(0).inShort());
        });
        if (wrong.isEmpty()) {
            streams.stream().limit(MOST).forEach(expect::seen);
            expect.holds(true, "JSON-RPC messages", streams.size() + " event streams, with messages only");
        }
    }

    private static List<SseEvent> strange(Exchange stream) {
        return stream.events().dispatched().stream()
                .filter(event -> !event.carriesWhatItMay())
                .toList();
    }
}
