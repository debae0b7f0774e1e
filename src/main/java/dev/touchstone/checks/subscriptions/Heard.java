package dev.touchstone.checks.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.touchstone.junit.Recorded;
import dev.touchstone.wire.BodyEnd;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A subscription of the run and all that came on its stream.
 *
 * @param exchange the exchange
 * @param request the request that opened it
 */
record Heard(Exchange exchange, JsonNode request) {
    static final String UPDATED = "notifications/resources/updated";

    /** The announcements of changes, by the member of the filter that asks for them. */
    static final Map<String, String> CHANGES = Map.of(
            "notifications/prompts/list_changed",
            "promptsListChanged",
            "notifications/resources/list_changed",
            "resourcesListChanged",
            "notifications/tools/list_changed",
            "toolsListChanged",
            UPDATED,
            "resourceSubscriptions");

    /** The subscriptions of the run that were acknowledged. */
    static List<Heard> in(Recorded recorded) {
        return recorded.exchanges().stream()
                .filter(exchange -> exchange.isEventStream() && asksToListen(exchange))
                .map(exchange -> new Heard(exchange, sent(exchange)))
                .filter(heard -> Subscription.isAcknowledgement(Subscription.first(heard.exchange())))
                .toList();
    }

    static boolean asksToListen(Exchange exchange) {
        return sent(exchange).path("method").asText().equals(Subscription.LISTEN);
    }

    private static JsonNode sent(Exchange exchange) {
        return Json.parse(exchange.request().body()).orElse(MissingNode.getInstance());
    }

    /** What was asked for. */
    JsonNode filter() {
        return request.path("params").path("notifications");
    }

    /** The notifications on the stream, in order. */
    List<JsonNode> notifications() {
        return exchange.messages().stream().filter(JsonRpc::isNotification).toList();
    }

    /** Whether the server ended the stream. */
    boolean ended() {
        BodyEnd end = exchange.response().map(Response::end).orElse(BodyEnd.LEFT_OPEN);
        return end == BodyEnd.COMPLETE || end == BodyEnd.CUT;
    }

    /** The result that ends the subscription, if one came. */
    Optional<JsonNode> closing() {
        return exchange.responseTo(request.path("id")).filter(response -> response.has("result"));
    }
}
