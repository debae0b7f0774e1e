package dev.touchstone.checks.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether what is said on the stream that answers a request is about that request, in the whole run. Announcements of
 * changes, cancellations, log messages nobody asked for and progress for tokens that nobody sent have requirements of
 * their own.
 */
@Conformance
@Afterwards
class RelatedNotifications {
    private static final String LISTEN = "subscriptions/listen";
    private static final int SAMPLES = 3;

    @Verifies("http.sse.related-notifications-only")
    void what_is_said_on_the_stream_of_a_request_is_about_that_request(Recorded recorded, Expect expect) {
        List<Exchange> telling = recorded.exchanges().stream()
                .filter(stream -> stream.isEventStream() && stream.succeeded())
                .filter(stream -> !method(stream).equals(LISTEN))
                .filter(stream -> stream.messages().stream().anyMatch(JsonRpc::isNotification))
                .toList();
        if (telling.isEmpty()) {
            throw new NotApplicable("no notification came on a stream that answers a request other than " + LISTEN);
        }
        telling.stream().limit(SAMPLES).forEach(expect::seen);
        Set<JsonNode> tokens = tokens(recorded);
        boolean right = true;
        for (Exchange stream : telling) {
            Optional<String> foreign = foreign(stream, tokens);
            if (foreign.isPresent()) {
                right = false;
                expect.seen(stream);
                expect.holds(
                        false,
                        "nothing but what " + method(stream) + " itself reports on its stream",
                        foreign.get() + " on the stream that answers " + method(stream) + " (exchange "
                                + stream.number() + ")");
            }
        }
        if (right) {
            expect.holds(true, "notifications of the request", telling.size() + " streams, each with its own reports");
        }
    }

    private static Set<JsonNode> tokens(Recorded recorded) {
        Set<JsonNode> tokens = new HashSet<>();
        recorded.exchanges().forEach(exchange -> tokens.add(token(exchange)));
        return tokens;
    }

    private static Optional<String> foreign(Exchange stream, Set<JsonNode> tokens) {
        for (JsonNode message : stream.messages()) {
            String method = message.path("method").asText();
            JsonNode token = message.at("/params/progressToken");
            boolean known = tokens.stream().anyMatch(sent -> JsonRpc.matches(token, sent));
            if (method.equals("notifications/progress") && known && !JsonRpc.matches(token, token(stream))) {
                return Optional.of("progress for " + token + ", the token of another request,");
            } else if (method.equals("notifications/subscriptions/acknowledged")) {
                return Optional.of("the acknowledgement of a subscription");
            }
        }
        return Optional.empty();
    }

    private static JsonNode token(Exchange exchange) {
        return request(exchange).at("/params/_meta/progressToken");
    }

    private static String method(Exchange exchange) {
        return request(exchange).path("method").asText();
    }

    private static JsonNode request(Exchange exchange) {
        return Json.parse(exchange.request().body()).orElse(MissingNode.getInstance());
    }
}
