package dev.touchstone.checks.ping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.Reply;
import dev.touchstone.wire.Arrival;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Response;
import java.time.Duration;

/** How long responses take, by the time at which their bytes came in. */
final class Latency {
    private Latency() {}

    /** The time from sending a request to the arrival of its response, be it on another stream. */
    static Duration of(Reply reply) {
        Exchange sent = reply.evidence().get(0);
        return reply.evidence().stream()
                .filter(exchange -> exchange.responseTo(reply.id()).isPresent())
                .findFirst()
                .map(carrier ->
                        Duration.between(sent.started(), carrier.started()).plus(arrival(carrier, reply.id())))
                .orElse(Duration.ZERO);
    }

    private static Duration arrival(Exchange carrier, JsonNode id) {
        Response response = carrier.response().orElseThrow();
        return carrier.events().messages().stream()
                .filter(event -> Json.parse(event.data())
                        .filter(message -> JsonRpc.isResponseTo(id, message))
                        .isPresent())
                .findFirst()
                .flatMap(event -> response.arrivals().stream()
                        .filter(arrival -> arrival.length() >= event.end())
                        .map(Arrival::after)
                        .findFirst())
                .orElse(response.endedAfter());
    }
}
