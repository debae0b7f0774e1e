package dev.touchstone.checks.transport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Shown;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the answers of servers without sessions have in common, in the whole run. */
@Conformance
@Afterwards
class StatelessStreams {
    private static final int SAMPLES = 3;

    @Verifies("http.sse.no-server-requests")
    void no_stream_carries_a_request_of_the_server(Recorded recorded, Expect expect) {
        each(
                streams(recorded),
                stream -> stream.messages().stream().noneMatch(StatelessStreams::isRequest),
                "no request of the server on an event stream",
                stream -> "the stream that answers " + method(stream) + " carries a request",
                expect);
    }

    /** A notification with an id is judged by a requirement of its own. */
    private static boolean isRequest(JsonNode message) {
        String method = message.path("method").asText();
        return JsonRpc.isRequest(message) && !method.startsWith("notifications/");
    }

    @Verifies("http.sse.exactly-one-response")
    void a_stream_brings_one_response_to_its_own_request(Recorded recorded, Expect expect) {
        List<Exchange> whole = streams(recorded).stream()
                .filter(stream -> !method(stream).equals("subscriptions/listen"))
                .toList();
        if (whole.isEmpty()) {
            throw new NotApplicable("no event stream answered a request other than subscriptions/listen");
        }
        each(
                whole,
                stream -> responses(stream) <= 1 && !isFollowed(stream),
                "one response on each stream, with nothing after it",
                stream -> "the stream that answers " + method(stream) + " carries " + responses(stream) + " responses"
                        + (isFollowed(stream) ? ", and other messages after one" : ""),
                expect);
    }

    private static long responses(Exchange stream) {
        return stream.messages().stream().filter(StatelessStreams::isResponse).count();
    }

    private static boolean isResponse(JsonNode message) {
        return !message.has("method") && (message.has("result") || message.has("error"));
    }

    /** Late progress and log messages are judged by requirements of their own. */
    private static boolean isFollowed(Exchange stream) {
        return stream.messages().stream()
                .dropWhile(message -> !isResponse(message))
                .skip(1)
                .map(message -> message.path("method").asText())
                .anyMatch(method -> !method.isEmpty()
                        && !List.of("notifications/progress", "notifications/message")
                                .contains(method));
    }

    @Verifies("http.sse.x-accel-buffering")
    void event_streams_ask_proxies_not_to_buffer(Recorded recorded, Expect expect) {
        each(
                streams(recorded),
                stream -> stream.header("X-Accel-Buffering")
                        .filter(value -> value.strip().equalsIgnoreCase("no"))
                        .isPresent(),
                "X-Accel-Buffering: no",
                stream -> "the stream that answers " + method(stream) + " has "
                        + stream.header("X-Accel-Buffering")
                                .map(value -> "X-Accel-Buffering: " + Shown.text(value))
                                .orElse("no such header"),
                expect);
    }

    @Verifies("http.result.status-200")
    void results_come_with_status_200(Recorded recorded, Expect expect) {
        List<Exchange> results = recorded.exchanges().stream()
                .filter(exchange -> exchange.messages().stream()
                        .anyMatch(message -> message.path("result").isObject()))
                .toList();
        if (results.isEmpty()) {
            throw new Inconclusive("no result came in this run");
        }
        each(
                results,
                exchange -> exchange.status() == 200,
                "HTTP status 200 with every result",
                exchange -> "the result of " + method(exchange) + " came with status " + exchange.status(),
                expect);
    }

    private static List<Exchange> streams(Recorded recorded) {
        List<Exchange> streams = recorded.exchanges().stream()
                .filter(exchange -> exchange.succeeded() && exchange.isEventStream())
                .toList();
        if (streams.isEmpty()) {
            throw new NotApplicable(
                    "none of the " + recorded.exchanges().size() + " answers of this run is an event stream");
        }
        return streams;
    }

    private static String method(Exchange exchange) {
        return Json.parse(exchange.request().body())
                .map(request -> request.path("method").asText())
                .orElse("");
    }

    private static void each(
            List<Exchange> all,
            Predicate<Exchange> rule,
            String expected,
            Function<Exchange, String> seen,
            Expect expect) {
        List<Exchange> wrong = all.stream().filter(rule.negate()).toList();
        (wrong.isEmpty() ? all : wrong).stream().limit(SAMPLES).forEach(expect::seen);
        expect.holds(
                wrong.isEmpty(),
                expected,
                wrong.isEmpty()
                        ? all.size() + " answers as expected"
                        : seen.apply(wrong.get(0)) + " (exchange "
                                + wrong.get(0).number() + ")");
    }
}
