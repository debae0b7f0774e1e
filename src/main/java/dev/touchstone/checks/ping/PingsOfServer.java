package dev.touchstone.checks.ping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Received;
import dev.touchstone.wire.Response;
import dev.touchstone.wire.Shown;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The pings that a server sends itself. */
@Conformance
@Afterwards
class PingsOfServer {
    private static final int SAMPLES = 3;
    private static final int TO_BEGIN_WITH = 10;

    @Verifies("ping.server-sent.form")
    void a_ping_of_the_server_has_no_params_but_metadata(Recorded recorded, Expect expect) {
        List<Received> pings = recorded.messages().stream()
                .filter(received -> isPing(received.message()))
                .toList();
        if (pings.isEmpty()) {
            throw none(recorded);
        }
        List<Received> wrong =
                pings.stream().filter(ping -> !isBare(ping.message())).toList();
        (wrong.isEmpty() ? pings : wrong).stream().limit(SAMPLES).forEach(ping -> expect.seen(ping.exchange()));
        expect.holds(
                wrong.isEmpty(),
                "no params, or an object with nothing but _meta",
                wrong.isEmpty()
                        ? pings.size() + " pings without params"
                        : "a ping with params "
                                + Shown.of(wrong.get(0).message().path("params")));
    }

    private static boolean isPing(JsonNode message) {
        return message.path("method").asText().equals("ping");
    }

    private static boolean isBare(JsonNode ping) {
        JsonNode params = ping.path("params");
        boolean only = params.isObject() && (params.isEmpty() || (params.size() == 1 && params.has("_meta")));
        return params.isMissingNode() || only;
    }

    @Verifies("ping.not-excessive")
    void the_server_does_not_ping_all_the_time(Recorded recorded, Expect expect) {
        List<Exchange> streams = recorded.exchanges().stream()
                .filter(exchange ->
                        exchange.isEventStream() && exchange.request().method().equals("GET"))
                .toList();
        if (streams.stream().allMatch(stream -> pings(stream) == 0)) {
            throw none(recorded);
        }
        for (Exchange stream : streams) {
            double seconds = held(stream).toMillis() / 1000.0;
            if (pings(stream) > 0) {
                expect.seen(stream);
                expect.holds(
                        pings(stream) <= TO_BEGIN_WITH + seconds,
                        "no more than a ping in a second, after " + TO_BEGIN_WITH + " to begin with",
                        String.format(Locale.ROOT, "%d pings on a stream held for %.1f s", pings(stream), seconds));
            }
        }
    }

    private static long pings(Exchange stream) {
        return stream.messages().stream().filter(PingsOfServer::isPing).count();
    }

    private static Duration held(Exchange stream) {
        return stream.response().map(Response::endedAfter).orElse(Duration.ZERO);
    }

    /** The streams that were held open anyway are all that is listened to; the reason says for how long. */
    private static NotApplicable none(Recorded recorded) {
        long millis = recorded.exchanges().stream()
                .filter(exchange ->
                        exchange.isEventStream() && exchange.request().method().equals("GET"))
                .mapToLong(stream -> held(stream).toMillis())
                .sum();
        return new NotApplicable(String.format(
                Locale.ROOT, "no ping of the server came on the streams that were held for %.1f s", millis / 1000.0));
    }
}
