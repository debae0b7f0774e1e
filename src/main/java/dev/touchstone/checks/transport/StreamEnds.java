package dev.touchstone.checks.transport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.EventStream;
import dev.touchstone.client.Session;
import dev.touchstone.client.Until;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether the event stream that answers a request ends with the response. */
@Conformance
class StreamEnds {
    private static final Duration FEW_SECONDS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Verifies("transport.sse.ends-after-response")
    void a_stream_ends_after_the_response(Observed observed, Session session, Expect expect) {
        List<Answer> judged = delivered(Answer.streams(observed, expect));
        if (judged.isEmpty()) {
            throw Inconclusive.blockedBy("transport.sse.response-eventually", "no stream carries its response");
        }
        judge(judged, session, expect);
    }

    @Verifies("http.sse.ends-after-response")
    void a_stream_of_a_server_without_sessions_ends_after_the_response(
            Observed observed, Session session, Expect expect) {
        List<Answer> answers = Answer.observed(observed);
        List<Answer> judged = delivered(answers.stream()
                .filter(answer ->
                        answer.exchange().isEventStream() && answer.exchange().succeeded())
                .toList());
        if (judged.isEmpty()) {
            answers.forEach(answer -> expect.seen(answer.exchange()));
            throw new NotApplicable(
                    "none of " + answers.size() + " observed answers is an event stream with a response");
        }
        judged.forEach(answer -> expect.seen(answer.exchange()));
        judge(judged, session, expect);
    }

    private static List<Answer> delivered(List<Answer> answers) {
        return answers.stream().filter(Answer::delivered).toList();
    }

    /** What was not read to the end is asked for again and waited for. */
    private static void judge(List<Answer> judged, Session session, Expect expect) {
        Optional<Answer> open =
                judged.stream().filter(answer -> !answer.ended()).findFirst();
        boolean ended = open.map(answer -> endsInTime(session, answer, expect)).orElse(true);

        String seen = open.map(Answer::name).orElse("every stream")
                + (ended ? " ended after the response" : " was left open, and so was another one for as long");
        expect.holds(ended, "the end of the stream within " + FEW_SECONDS.toSeconds() + " s after the response", seen);
    }

    private static boolean endsInTime(Session session, Answer answer, Expect expect) {
        ObjectNode request =
                (ObjectNode) Json.parse(answer.exchange().request().body()).orElseThrow();
        if (answer.method().equals("initialize")) {
            request = session.ping(session.nextId());
        }
        request.set("id", session.nextId());
        try (EventStream stream = session.post(request).open()) {
            boolean came = stream.await(Until.responseTo(request.get("id")), PATIENCE);
            boolean ended = came && stream.awaitEnd(FEW_SECONDS);
            expect.seen(stream.exchange());
            return ended;
        }
    }
}
