package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.intercepting;
import static dev.touchstone.reference.Defect.breaking;
import static dev.touchstone.reference.SubscriptionBehaviours.ID;
import static dev.touchstone.reference.SubscriptionBehaviours.acknowledging;
import static dev.touchstone.reference.SubscriptionBehaviours.announcement;
import static dev.touchstone.reference.SubscriptionBehaviours.cut;
import static dev.touchstone.reference.SubscriptionBehaviours.ended;
import static dev.touchstone.reference.SubscriptionBehaviours.granting;
import static dev.touchstone.reference.SubscriptionBehaviours.last;
import static dev.touchstone.reference.SubscriptionBehaviours.listening;
import static dev.touchstone.reference.SubscriptionBehaviours.listens;
import static dev.touchstone.reference.SubscriptionBehaviours.wishes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Channel;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.SseEvent;
import dev.touchstone.reference.Listeners.Mistake;
import java.util.List;

/** What servers get wrong about subscriptions. */
enum SubscriptionFault implements Fault {

    /** Nobody can listen, though changes are promised. */
    LISTEN_UNKNOWN(breaking(
            "subscriptions.listen.supported",
            () -> intercepting(
                    SubscriptionBehaviours::listens,
                    r -> Reply.json(
                            404, Behaviours.error(r.json().orElseThrow().deepCopy(), -32601, "unknown method"))))),

    /** The messages come as lines of JSON: a writer made for another transport. */
    LISTEN_AS_LINES(breaking(
            "subscriptions.listen.event-stream",
            () -> listening((request, reply) -> cut(reply).with("Content-Type", Reply.JSON)))),

    /** The stream is closed by the framework once the handler returns. */
    STREAM_ENDS_AT_ONCE(breaking(
            "subscriptions.listen.stays-open",
            () -> listening(filter -> !filter.isEmpty(), (request, reply) -> ended(request, reply, result -> result)))),

    /** What is on its way overtakes the acknowledgement. */
    NEWS_BEFORE_ACKNOWLEDGEMENT(breaking(
            "subscriptions.ack.first",
            () -> listening((request, reply) ->
                    Behaviours.first(reply, SseEvent.message(announcement(request, "tools/list_changed")))))),

    /** A list is granted to everybody. */
    GRANTS_TOOLS_TO_EVERYBODY(breaking(
            "subscriptions.ack.subset",
            () -> granting(filter -> true, granted -> granted.put("toolsListChanged", true)))),

    /** The wishes are sent back as they came. */
    GRANTS_WHAT_IS_NOT_THERE(breaking(
            "subscriptions.ack.unsupported-omitted",
            () -> granting(
                    filter -> filter.path("promptsListChanged").asBoolean(),
                    granted -> granted.put("promptsListChanged", true)))),

    /** Resources are advertised and never granted. */
    GRANTS_NO_RESOURCES(breaking(
            "subscriptions.ack.supported-included",
            () -> granting(filter -> true, granted -> granted.remove("resourceSubscriptions")))),

    /** The acknowledgement does not say what it belongs to. */
    SUBSCRIPTION_WITHOUT_ID(
            breaking("subscriptions.id.tagged", () -> acknowledging(filter -> true, params -> params.remove("_meta")))),

    /** Ids of subscriptions are texts, whatever the id of the request was. */
    SUBSCRIPTION_ID_AS_TEXT(breaking(
            "subscriptions.id.equals-request-id",
            () -> acknowledging(filter -> true, params -> {
                ObjectNode meta = params.withObject("/_meta");
                meta.put(ID, meta.path(ID).asText());
            }))),

    /** Changes are announced to everybody. */
    ANNOUNCES_TO_EVERYBODY(breaking(
            "subscriptions.filter.unrequested-types",
            () -> listening((request, reply) -> last(reply, announcement(request, "tools/list_changed"))))),

    /** Whoever watches one resource hears of all. */
    ANNOUNCES_ANY_RESOURCE(breaking(
            "subscriptions.filter.resource-uris",
            () -> listening(filter -> filter.has("resourceSubscriptions"), (request, reply) -> {
                ObjectNode update = announcement(request, "resources/updated");
                update.withObject("/params").put("uri", "demo://elsewhere");
                return last(reply, update);
            }))),

    /** A change is told to whoever has a stream open. */
    ANNOUNCES_ON_CALLS(breaking(
            "subscriptions.only-on-listen-streams",
            () -> Behaviours.amending(
                    request -> request.rpcMethod().equals("tools/list"),
                    reply -> Behaviours.first(
                            reply,
                            SseEvent.data("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}"))))),

    /** What a call tells goes to all streams. */
    TELLS_EVERYBODY(breaking("subscriptions.no-request-scoped", () -> new Listeners(Mistake.EVERYBODY_HEARS_CALLS))
            .alone()),

    /** There is one subscription at a time. */
    ONE_LISTENER(breaking("subscriptions.concurrent", () -> new Listeners(Mistake.ONE_AT_A_TIME))
            .alone()),

    /** Subscriptions are counted and never forgotten. */
    LISTENERS_NEVER_FREED(breaking("subscriptions.client-close", () -> new Listeners(Mistake.NEVER_FORGOTTEN))
            .alone()),

    /** The connection is cut when there is nothing to tell. */
    ENDS_WITHOUT_A_WORD(
            breaking("subscriptions.graceful-end", () -> listening(JsonNode::isEmpty, (request, reply) -> cut(reply)))),

    /** The last word does not say what it ends. */
    ENDS_WITHOUT_SUBSCRIPTION_ID(breaking(
            "subscriptions.graceful-end.tagged",
            () -> listening(
                    JsonNode::isEmpty,
                    (request, reply) -> ended(request, reply, message -> {
                        message.withObject("/result/_meta").remove(ID);
                        return message;
                    })))),

    /** Who asks for nothing in particular listens to nothing. */
    FILTER_OPTIONAL(breaking(
            "subscriptions.filter.required",
            () -> intercepting(
                    r -> listens(r) && !wishes(r).isObject(),
                    r -> Reply.stream(
                                    List.of(SseEvent.message(announcement(r, "subscriptions/acknowledged"))),
                                    new Channel(over -> {}))
                            .with("X-Accel-Buffering", "no"))));

    private final Defect defect;

    SubscriptionFault(Defect defect) {
        this.defect = defect.stateless();
    }

    @Override
    public Defect defect() {
        return defect;
    }
}
