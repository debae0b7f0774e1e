package dev.touchstone.checks.transport;

import dev.touchstone.client.Reply;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.SseEvent;
import java.util.List;

/** How the event stream that answers a request begins, and when the response comes. */
@Conformance
class StreamLife {
    private static final String EARLY_CLOSE = "transport.sse.no-close-before-response";
    private static final String EVENTUALLY = "transport.sse.response-eventually";

    @Verifies(EVENTUALLY)
    void a_stream_carries_the_response_in_the_end(Observed observed, StreamableSession session, Expect expect) {
        List<Answer> judged = Answer.streams(observed, expect).stream()
                .filter(answer -> answer.arrived() || !answer.ended() || mayReconnect(session))
                .toList();
        if (judged.isEmpty()) {
            throw Inconclusive.blockedBy(EARLY_CLOSE, "every stream ended before its response");
        }
        for (Answer answer : judged) {
            boolean came = answer.arrived() || (answer.ended() && comesAfterReconnecting(session, answer, expect));
            expect.holds(
                    came,
                    "the response to the request",
                    answer.name() + (came ? " carries the response" : missing(answer)));
        }
    }

    private static String missing(Answer answer) {
        return answer.ended()
                ? " ended without the response, and reconnecting did not bring it"
                : " is still without the response";
    }

    /** From 2025-11-25 on a connection may end early, once an event id was sent. */
    private static boolean mayReconnect(StreamableSession session) {
        return session.revision().since("2025-11-25");
    }

    private static boolean comesAfterReconnecting(StreamableSession session, Answer first, Expect expect) {
        Reply again = session.ask(first.method());
        expect.seen(again);
        return again.message().isPresent();
    }

    @Verifies(EARLY_CLOSE)
    void a_stream_stays_open_until_the_response(Observed observed, Expect expect) {
        List<Answer> judged = Answer.streams(observed, expect).stream()
                .filter(answer -> answer.arrived() || answer.ended())
                .toList();
        if (judged.isEmpty()) {
            throw Inconclusive.blockedBy(EVENTUALLY, "no stream ended and none carries its response");
        }
        for (Answer answer : judged) {
            String seen = answer.name() + (answer.arrived() ? " carries the response" : " ended without the response");
            expect.holds(answer.arrived(), "the response before the end of the stream", seen);
        }
    }

    @Verifies("transport.sse.retry-before-close")
    void a_stream_that_is_closed_early_says_when_to_come_back(Observed observed, Expect expect) {
        List<Answer> early = Answer.streams(observed, expect).stream()
                .filter(answer -> answer.ended() && !answer.arrived() && primed(answer))
                .toList();
        if (early.isEmpty()) {
            throw new NotApplicable("no observed stream was closed before its response");
        }
        for (Answer answer : early) {
            boolean told = answer.exchange().events().events().stream()
                    .anyMatch(event -> event.complete() && event.retry().isPresent());
            expect.holds(
                    told,
                    "a retry field before the connection is closed",
                    answer.name() + " was closed before the response " + (told ? "with" : "without")
                            + " a retry field");
        }
    }

    @Verifies("transport.sse.priming-event")
    void a_stream_begins_with_an_event_that_allows_reconnecting(Observed observed, Expect expect) {
        for (Answer answer : Answer.streams(observed, expect)) {
            boolean primed = primed(answer);
            expect.holds(
                    primed,
                    "an event with an id and empty data before the first message",
                    answer.name() + (primed ? " begins with" : " begins without") + " such an event");
        }
    }

    private static boolean primed(Answer answer) {
        return answer.exchange().events().events().stream()
                .filter(SseEvent::complete)
                .takeWhile(event -> event.data().isEmpty())
                .anyMatch(event -> event.id().filter(id -> !id.isEmpty()).isPresent());
    }
}
