package dev.touchstone.checks.batching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.client.Until;
import dev.touchstone.junit.Shared;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Some batches in an ordinary session, sent once per revision: two pings, pings around a notification, notifications. */
@Shared(Shared.Per.DIALECT)
final class Batches {
    private static final String SUPPORTED = "batching.receive.supported";

    private final StreamableClient client;
    private @Nullable Sent sent;

    private record Sent(Reply control, Batch pings, Batch mixed, Batch notifications) {}

    Batches(StreamableClient client) {
        this.client = client;
    }

    /** Two pings. */
    Batch pings(Expect expect) {
        return seen(sent(expect).pings(), expect);
    }

    /**
     * A ping, a notification and another ping.
     *
     * @throws Inconclusive if batches are not served at all
     */
    Batch mixed(Expect expect) {
        demandSupport(expect);
        return seen(sent(expect).mixed(), expect);
    }

    /**
     * Two notifications.
     *
     * @throws Inconclusive if batches are not served at all
     */
    Batch notifications(Expect expect) {
        demandSupport(expect);
        return seen(sent(expect).notifications(), expect);
    }

    /** Demands that a plain batch is served, without which nothing else can be told about batches. */
    void demandSupport(Expect expect) {
        Batch pings = pings(expect);
        if (!pings.allServed()) {
            throw Inconclusive.blockedBy(SUPPORTED, pings.seen());
        }
    }

    private static Batch seen(Batch batch, Expect expect) {
        expect.seen(batch.answer());
        return batch;
    }

    private synchronized Sent sent(Expect expect) {
        if (sent == null) {
            try (StreamableSession session = client.connect()) {
                Reply control = session.ask("ping");
                Batch pings = send(session, ping(), ping());
                Batch mixed = send(session, ping(), cancelled(), ping());
                sent = new Sent(control, pings, mixed, send(session, cancelled(), cancelled()));
            }
        }
        expect.control(sent.control(), "a ping that stands alone");
        return sent;
    }

    /** Sends some messages as a batch, reading a stream up to the last response. */
    static Batch send(Session session, JsonNode... messages) {
        ArrayNode array = array(messages);
        List<JsonNode> ids = ids(array);
        Exchange answer =
                session.post(Json.bytes(array)).reading(responsesTo(ids)).send();
        return new Batch(ids, answer);
    }

    static ArrayNode array(JsonNode... messages) {
        ArrayNode array = Json.object().putArray("batch");
        Arrays.asList(messages).forEach(array::add);
        return array;
    }

    private static List<JsonNode> ids(ArrayNode batch) {
        return StreamSupport.stream(batch.spliterator(), false)
                .filter(JsonRpc::isRequest)
                .map(message -> message.get("id"))
                .toList();
    }

    private static Until responsesTo(List<JsonNode> ids) {
        List<Until> each = new ArrayList<>(ids.stream().map(Until::responseTo).toList());
        return stream -> !each.isEmpty() && each.stream().allMatch(until -> until.reached(stream));
    }

    /** A ping with an id that nobody else uses. */
    static ObjectNode ping() {
        return JsonRpc.request(TextNode.valueOf("touchstone-" + UUID.randomUUID()), "ping");
    }

    /** A notification that changes nothing: a request that never was is cancelled. */
    private static ObjectNode cancelled() {
        ObjectNode message = JsonRpc.notification("notifications/cancelled");
        message.putObject("params").put("requestId", "touchstone-" + UUID.randomUUID());
        return message;
    }
}
