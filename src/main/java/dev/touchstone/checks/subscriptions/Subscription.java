package dev.touchstone.checks.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.EventStream;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.client.Until;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import java.time.Duration;
import java.util.List;

/** A subscription that was asked for, open as long as both sides let it. */
final class Subscription implements AutoCloseable {
    static final String LISTEN = "subscriptions/listen";
    static final String ACKNOWLEDGED = "notifications/subscriptions/acknowledged";
    static final String ID = "io.modelcontextprotocol/subscriptionId";

    private final ObjectNode request;
    private final EventStream stream;

    private Subscription(ObjectNode request, EventStream stream) {
        this.request = request;
        this.stream = stream;
    }

    /** Asks for what a filter says, and waits for the first message. */
    static Subscription to(ObjectNode filter, StatelessClient client) {
        return to(filter, client.nextId(), client);
    }

    /** Asks under an id of one's own. */
    static Subscription to(ObjectNode filter, JsonNode id, StatelessClient client) {
        ObjectNode request = client.request(LISTEN, Json.object().set("notifications", filter));
        request.set("id", id);
        return begun(request, client.open(request), client);
    }

    /** Asks by a request that is wrong on purpose. */
    static Subscription provoked(ObjectNode request, StatelessClient client) {
        return begun(request, client.post(request).open(), client);
    }

    private static Subscription begun(ObjectNode request, EventStream stream, StatelessClient client) {
        Duration patience = client.http().limits().answer();
        if (stream.peek(patience).isEventStream()) {
            stream.await(Until.message(message -> true), patience);
        }
        return new Subscription(request, stream);
    }

    /** The id of the request, and so of the subscription. */
    JsonNode id() {
        return request.path("id");
    }

    /** What was asked for. */
    JsonNode filter() {
        return request.path("params").path("notifications");
    }

    /** What has come so far. */
    Exchange exchange() {
        return stream.exchange();
    }

    /** Whether the server has begun a stream by acknowledging what was asked for. */
    boolean acknowledged() {
        return isAcknowledgement(first(exchange()));
    }

    /** What the server says it will announce, a missing node where it says nothing. */
    JsonNode granted() {
        return granted(exchange());
    }

    /** Whether the server ends the stream in a time. */
    boolean endsWithin(Duration time) {
        return stream.awaitEnd(time);
    }

    /** The first message of a stream, a missing node where none came. */
    static JsonNode first(Exchange exchange) {
        List<JsonNode> messages = exchange.messages();
        return messages.isEmpty() ? MissingNode.getInstance() : messages.get(0);
    }

    /** What the acknowledgement of a stream says will be announced. */
    static JsonNode granted(Exchange exchange) {
        return first(exchange).at("/params/notifications");
    }

    static boolean isAcknowledgement(JsonNode message) {
        return message.path("method").asText().equals(ACKNOWLEDGED);
    }

    /** Leaves the stream, which ends the subscription. */
    @Override
    public void close() {
        stream.close();
    }
}
