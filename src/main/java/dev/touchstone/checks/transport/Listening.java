package dev.touchstone.checks.transport;

import static dev.touchstone.client.StreamableClient.PROTOCOL_VERSION;
import static dev.touchstone.client.StreamableSession.STATUS_LINE;

import dev.touchstone.client.EventStream;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.client.Until;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.NoAnswer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What a GET for the event stream is answered, and what comes on that stream. */
@Conformance
class Listening {
    private static final String WAITING = "transport.get.headers-without-waiting";

    @Verifies("transport.get.sse-or-405")
    void a_get_that_is_not_refused_is_answered_with_an_event_stream(Observed observed, Expect expect) {
        Exchange get = answered(observed, expect);
        if (get.status() >= 400) {
            throw new NotApplicable(seen(get) + ", which transport.get.405-when-no-stream judges");
        }

        expect.that(get).holds(get.status() == 200 && get.isEventStream(), "HTTP status 200 and text/event-stream");
    }

    @Verifies("transport.get.405-when-no-stream")
    void a_get_where_there_is_no_stream_is_answered_405(Observed observed, StreamableClient client, Expect expect) {
        Exchange get = answered(observed, expect);
        if (get.status() < 400) {
            throw new NotApplicable(seen(get) + ", which transport.get.sse-or-405 judges");
        }

        if (get.status() == 400 && isForItsVersion(client)) {
            throw Inconclusive.blockedBy("transport.version-header.negotiated-accepted", seen(get));
        }
        expect.that(get).status(405);
    }

    private static boolean isForItsVersion(StreamableClient client) {
        try (StreamableSession session = client.connect()) {
            return session.get().without(PROTOCOL_VERSION).peek(STATUS_LINE).status() != 400;
        }
    }

    private static Exchange answered(Observed observed, Expect expect) {
        Exchange get = observed.listening();
        expect.seen(get);
        if (get.response().isEmpty()) {
            throw silent(get) ? Inconclusive.blockedBy(WAITING, seen(get)) : new Inconclusive(seen(get));
        }
        return get;
    }

    @Verifies("transport.get.405-allow-header")
    void a_405_answer_names_the_allowed_methods(Observed observed, StreamableSession session, Expect expect) {
        Exchange put = session.post(JsonRpc.request(session.nextId(), "ping"))
                .method("PUT")
                .send();
        List<Exchange> answers = List.of(observed.listening(), put, session.end());
        List<Exchange> refusals =
                answers.stream().filter(answer -> answer.status() == 405).toList();
        answers.forEach(expect::seen);
        if (refusals.isEmpty()) {
            throw new NotApplicable("none of GET, PUT and DELETE was answered 405: "
                    + String.join(", ", answers.stream().map(Listening::seen).toList()));
        }

        for (Exchange refusal : refusals) {
            String allow =
                    String.join(", ", refusal.response().orElseThrow().headers().all("Allow"));
            String seen = refusal.inShort() + (allow.isEmpty() ? " without Allow" : " with Allow: " + allow);
            if (refusal.equals(put) && !lists(allow, "POST")) {
                expect.deviates("an Allow header that lists POST", seen);
            } else {
                expect.holds(lists(allow, "POST"), "an Allow header that lists POST", seen);
            }
        }
    }

    private static boolean lists(String allow, String method) {
        return Arrays.stream(allow.toUpperCase(Locale.ROOT).split(","))
                .map(String::strip)
                .anyMatch(method::equals);
    }

    @Verifies("transport.get.headers-without-waiting")
    void the_status_of_a_get_comes_without_waiting_for_an_event(StreamableSession session, Expect expect) {
        try (EventStream stream = session.get().open()) {
            Exchange get = stream.peek(STATUS_LINE);
            expect.seen(get);
            if (silent(get)) {
                Reply barrier = session.ask("ping");
                expect.seen(barrier);
                if (!barrier.succeeded()) {
                    throw new Inconclusive(seen(get) + ", and a ping beside it: " + barrier.inShort());
                }
            } else if (get.response().isEmpty()) {
                throw new Inconclusive(seen(get));
            } else if (!get.isEventStream()) {
                throw new NotApplicable(seen(get) + ", so there is no stream to wait for");
            }

            expect.that(get).holds(!silent(get), "status and headers within " + STATUS_LINE.toSeconds() + " s");
        }
    }

    @Verifies("transport.get.no-responses")
    void a_get_stream_carries_no_responses(StreamableClient client, StreamableSession session, Expect expect) {
        try (EventStream stream = session.get().open()) {
            Exchange get = stream.peek(STATUS_LINE);
            expect.seen(get);
            if (!get.isEventStream()) {
                throw new Inconclusive("GET opened no event stream this time: " + get.inShort());
            }
            Reply unknown = session.ask("touchstone/" + UUID.randomUUID());
            Reply barrier = session.ask("ping");
            boolean strayed = stream.await(
                    Until.message(JsonRpc::isResponse), client.http().limits().settle());

            expect.seen(unknown).seen(barrier).seen(stream.exchange());
            if (!strayed && barrier.message().isEmpty()) {
                throw Inconclusive.blockedBy(
                        "transport.multi.concurrent-streams", "ping beside the stream: " + barrier.inShort());
            }
            String seen = get.inShort() + (strayed ? " carried a response" : " carried no response");
            expect.holds(!strayed, "no response on the stream of a GET", seen + " while requests were posted");
        }
    }

    private static boolean silent(Exchange get) {
        return get.noAnswer()
                .filter(none -> none.kind() == NoAnswer.Kind.TIMEOUT)
                .isPresent();
    }

    private static String seen(Exchange exchange) {
        return exchange.inShort() + " (exchange " + exchange.number() + ")";
    }
}
