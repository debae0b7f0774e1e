package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.events;
import static dev.touchstone.reference.Behaviours.joined;
import static dev.touchstone.reference.Behaviours.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Body;
import dev.touchstone.demo.Channel;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.SseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Short ways to change what is said on the streams of subscriptions. */
final class SubscriptionBehaviours {

    static final String ID = "io.modelcontextprotocol/subscriptionId";

    private SubscriptionBehaviours() {}

    /** Changes the streams of those subscriptions whose filter is of a kind. */
    static Behaviour listening(Predicate<JsonNode> filter, BiFunction<Request, Reply, Reply> change) {
        return Behaviours.amending(
                (request, reply) -> listens(request) && filter.test(wishes(request)) && isStream(reply)
                        ? change.apply(request, reply)
                        : reply);
    }

    /** Changes the streams of all subscriptions. */
    static Behaviour listening(BiFunction<Request, Reply, Reply> change) {
        return listening(filter -> true, change);
    }

    /** Changes what is acknowledged. */
    static Behaviour acknowledging(Predicate<JsonNode> filter, Consumer<ObjectNode> params) {
        return listening(
                filter,
                (request, reply) -> events(reply, events -> {
                    ObjectNode message = parse(String.valueOf(events.get(0).data()));
                    params.accept(message.withObject("/params"));
                    return joined(List.of(SseEvent.message(message)), events.subList(1, events.size()));
                }));
    }

    /** Changes what is granted. */
    static Behaviour granting(Predicate<JsonNode> filter, Consumer<ObjectNode> granted) {
        return acknowledging(filter, params -> granted.accept(params.withObject("/notifications")));
    }

    static boolean isStream(Reply reply) {
        return reply.body() instanceof Body.Stream;
    }

    static boolean listens(Request request) {
        return request.rpcMethod().equals("subscriptions/listen");
    }

    /** The filter of a request to listen. */
    static JsonNode wishes(Request request) {
        return request.json()
                .map(json -> json.path("params").path("notifications"))
                .orElseThrow();
    }

    /** An announcement to a subscription. */
    static ObjectNode announcement(Request request, String method) {
        ObjectNode message = parse("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/" + method + "\"}");
        message.withObject("/params/_meta").set(ID, id(request));
        return message;
    }

    private static JsonNode id(Request request) {
        return request.json().orElseThrow().path("id");
    }

    /** Says something after the acknowledgement. */
    static Reply last(Reply reply, ObjectNode message) {
        return events(reply, events -> joined(events, List.of(SseEvent.message(message))));
    }

    /** Ends the subscription by its result, as it came out of a change. */
    static Reply ended(Request request, Reply reply, UnaryOperator<ObjectNode> change) {
        ObjectNode result = parse("{\"jsonrpc\":\"2.0\",\"result\":{\"resultType\":\"complete\"}}");
        result.set("id", id(request));
        ObjectNode meta = result.withObject("/result/_meta");
        meta.set(ID, id(request));
        meta.putObject("io.modelcontextprotocol/serverInfo").put("name", "demo").put("version", "1");
        return cut(last(reply, change.apply(result)));
    }

    /** Ends the stream without a word. */
    static Reply cut(Reply reply) {
        List<SseEvent> said = new ArrayList<>(((Body.Stream) reply.body()).events());
        return reply.withBody(new Body.Stream(said, Channel.closed()));
    }
}
