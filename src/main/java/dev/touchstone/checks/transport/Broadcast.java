package dev.touchstone.checks.transport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Received;
import dev.touchstone.wire.Received.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether a message of the server goes out on one stream only. */
@Conformance
@Afterwards
class Broadcast {
    private static final int MOST = 10;

    /** A message of a session, wherever it came. */
    private record Sent(String session, JsonNode message) {}

    @Verifies("transport.multi.no-broadcast")
    void the_same_message_does_not_come_on_two_streams(Recorded recorded, Expect expect) {
        List<Received> sent = Stream.of(Kind.REQUEST, Kind.NOTIFICATION)
                .flatMap(kind -> recorded.messages(kind).stream())
                .filter(received -> isFirstHand(received.exchange()))
                .toList();
        Map<Sent, List<Received>> known = new HashMap<>();
        int compared = 0;
        for (Received received : sent) {
            List<Received> alike = known.computeIfAbsent(
                    new Sent(session(received.exchange()), received.message()), any -> new ArrayList<>());
            alike.stream()
                    .filter(earlier -> atTheSameTime(earlier.exchange(), received.exchange()))
                    .forEach(earlier -> report(earlier, received, expect));
            alike.add(received);
            if (besideAnother(received.exchange(), recorded)) {
                compared++;
                shown(received.exchange(), expect);
            }
        }

        if (compared == 0 && expect.findings().isEmpty()) {
            throw new NotApplicable("the server sent nothing of its own while two streams of a session were open");
        }
        if (expect.findings().isEmpty()) {
            expect.holds(
                    true,
                    "each message on one stream",
                    compared + " messages of the server, each on one of the streams that were open");
        }
    }

    private static void shown(Exchange exchange, Expect expect) {
        if (expect.evidence().size() < MOST) {
            expect.seen(exchange);
        }
    }

    private static boolean isFirstHand(Exchange exchange) {
        return exchange.isEventStream()
                && exchange.request().headers().first("Last-Event-ID").isEmpty();
    }

    /** Requests and progress have an identity; other notifications may be alike without being the same. */
    private static void report(Received earlier, Received later, Expect expect) {
        boolean listening = isGet(earlier.exchange()) != isGet(later.exchange());
        boolean same = later.kind() == Kind.REQUEST || later.method().equals("notifications/progress");
        if (expect.findings().size() >= MOST || (!same && !listening)) {
            return;
        }
        String expected = "each message on one stream only";
        String seen = "the same " + later.method() + " on the streams of exchanges "
                + earlier.exchange().number() + " and " + later.exchange().number();
        expect.seen(earlier.exchange()).seen(later.exchange());
        if (same) {
            expect.holds(false, expected, seen);
        } else {
            expect.deviates(expected, seen);
        }
    }

    private static boolean isGet(Exchange exchange) {
        return exchange.request().method().equals("GET");
    }

    private static boolean besideAnother(Exchange exchange, Recorded recorded) {
        return recorded.exchanges().stream()
                .filter(other -> other.isEventStream() && session(other).equals(session(exchange)))
                .anyMatch(other -> atTheSameTime(exchange, other));
    }

    private static boolean atTheSameTime(Exchange one, Exchange other) {
        return one.number() != other.number()
                && one.started().isBefore(end(other))
                && other.started().isBefore(end(one));
    }

    private static Instant end(Exchange exchange) {
        Duration after =
                exchange.response().map(response -> response.endedAfter()).orElse(Duration.ZERO);
        return exchange.started().plus(after);
    }

    private static String session(Exchange exchange) {
        return exchange.request()
                .headers()
                .first(StreamableClient.SESSION_ID)
                .or(() -> exchange.header(StreamableClient.SESSION_ID))
                .orElse("");
    }
}
