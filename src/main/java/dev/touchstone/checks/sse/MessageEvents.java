package dev.touchstone.checks.sse;

import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.BodyEnd;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.SseEvent;
import dev.touchstone.wire.SseReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The events by which messages of the server come. */
@Conformance
class MessageEvents {
    @Verifies("sse.message-event")
    void messages_of_the_server_are_message_events_that_carry_json(Conversation conversation, Expect expect) {
        Opening opening = conversation.seenBy(expect);
        opening.announcing();
        List<SseEvent> events = afterEndpoint(opening.stream());
        Optional<SseEvent> unfinished = unfinished(opening);
        if (unfinished.isEmpty()
                && events.stream().allMatch(event -> event.data().isEmpty())) {
            opening.initialize("");
            throw new Inconclusive("no message of the server came on the stream");
        }

        List<SseEvent> wrong =
                events.stream().filter(event -> !event.carriesWhatItMay()).toList();
        String seen = wrong.isEmpty()
                ? events.size() + " events after the endpoint event"
                : wrong.get(0).inShort();
        expect.holds(wrong.isEmpty(), "JSON-RPC messages in events of type message, and in no others", seen);
        expect.holds(
                unfinished.isEmpty(),
                "a blank line after each event",
                unfinished
                        .map(event -> "no blank line after " + event.inShort())
                        .orElse("complete events"));
        boolean utf8 = SseReader.read(wholeEvents(opening.stream())).wellFormed();
        expect.holds(utf8, "bytes that are UTF-8", utf8 ? "valid UTF-8" : "bytes that are not UTF-8");
    }

    private static List<SseEvent> afterEndpoint(Exchange stream) {
        return stream.events().dispatched().stream()
                .dropWhile(event -> !event.type().equals("endpoint"))
                .skip(1)
                .toList();
    }

    /** An event that is still on its way is one that was not waited for. */
    private static Optional<SseEvent> unfinished(Opening opening) {
        boolean ended = opening.stream()
                .response()
                .map(response -> response.end() != BodyEnd.LEFT_OPEN)
                .orElse(true);
        boolean waited = opening.posts().stream().anyMatch(posted -> posted.isRequest() && !posted.answered());
        return opening.stream().events().events().stream()
                .filter(event -> (ended || waited) && !event.complete() && event.hasData())
                .findFirst();
    }

    private static byte[] wholeEvents(Exchange stream) {
        int end = stream.events().events().stream()
                .filter(SseEvent::complete)
                .mapToInt(SseEvent::end)
                .max()
                .orElse(0);
        return Arrays.copyOf(stream.body(), end);
    }
}
