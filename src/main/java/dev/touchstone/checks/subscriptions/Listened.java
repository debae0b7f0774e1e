package dev.touchstone.checks.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Discovered;
import dev.touchstone.junit.Shared;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Shown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two subscriptions for all checks that only look at how they begin: one to everything there is, one to nothing. */
@Shared(Shared.Per.DIALECT)
final class Listened {
    /** The lists whose changes can be subscribed to, by the capability that offers them. */
    static final Map<String, String> LISTS = new TreeMap<>(Map.of(
            "prompts", "promptsListChanged",
            "resources", "resourcesListChanged",
            "tools", "toolsListChanged"));

    static final String RESOURCES = "resourceSubscriptions";

    /** So long a server may take to end a subscription to nothing, if it does. */
    private static final Duration A_MOMENT = Duration.ofMillis(300);

    private final StatelessClient client;
    private final Discovered discovered;
    private @Nullable Begun everything;
    private @Nullable Begun nothing;

    /**
     * How a subscription began.
     *
     * @param id the id of the request
     * @param filter what was asked for
     * @param exchange the answer, as far as it was read
     */
    record Begun(JsonNode id, JsonNode filter, Exchange exchange) {
        /** What the server says it will announce. */
        JsonNode granted() {
            return Subscription.granted(exchange);
        }

        boolean refused() {
            return !exchange.succeeded() || exchange.messages().stream().anyMatch(JsonRpc::isError);
        }
    }

    Listened(StatelessClient client, Discovered discovered) {
        this.client = client;
        this.discovered = discovered;
    }

    /** How the subscription to everything began. */
    synchronized Begun everything() {
        if (everything == null) {
            everything = begin(all());
        }
        return everything;
    }

    /** How the subscription to nothing began. */
    synchronized Begun nothing() {
        if (nothing == null) {
            nothing = begin(Json.object());
        }
        return nothing;
    }

    private Begun begin(ObjectNode filter) {
        try (Subscription subscription = Subscription.to(filter, client)) {
            if (subscription.acknowledged() && subscription.granted().isEmpty()) {
                subscription.endsWithin(A_MOMENT);
            }
            return new Begun(subscription.id(), filter, subscription.exchange());
        }
    }

    /** A filter that asks for all kinds of announcements, for one listed resource among them if there is one. */
    ObjectNode all() {
        ObjectNode filter = Json.object();
        LISTS.values().forEach(member -> filter.put(member, true));
        String uri = discovered.lists().stream()
                .map(Reply::result)
                .map(result -> result.path("resources").path(0).path("uri").asText())
                .filter(listed -> !listed.isEmpty())
                .findFirst()
                .orElseGet(() -> offers(RESOURCES) ? "" : "touchstone://nowhere/" + UUID.randomUUID());
        if (!uri.isEmpty()) {
            filter.putArray(RESOURCES).add(uri);
        }
        return filter;
    }

    /** Whether discovery says that something can be subscribed to. */
    boolean offers(String member) {
        JsonNode capabilities = discovered.reply().result().path("capabilities");
        return member.equals(RESOURCES)
                ? capabilities.at("/resources/subscribe").asBoolean()
                : LISTS.entrySet().stream()
                        .anyMatch(list -> list.getValue().equals(member)
                                && capabilities
                                        .path(list.getKey())
                                        .path("listChanged")
                                        .asBoolean());
    }

    /** Whether discovery leaves open what can be subscribed to: it was refused, or the capability is no object. */
    boolean isUnclear(String member) {
        JsonNode capabilities = discovered.succeeded().result().path("capabilities");
        return LISTS.entrySet().stream()
                .filter(list -> list.getValue().equals(member) || member.equals(RESOURCES))
                .map(list -> capabilities.path(list.getKey()))
                .anyMatch(capability -> !capability.isMissingNode() && !capability.isObject());
    }

    /** What can be subscribed to, by its member of the filter. */
    List<String> offered() {
        return members().stream().filter(this::offers).toList();
    }

    /** What might be subscribed to, by its member of the filter. */
    List<String> members() {
        List<String> members = new ArrayList<>(LISTS.values());
        members.add(RESOURCES);
        return members;
    }

    /** Whether a server that advertises no announcement refused a subscription as an unknown method. */
    boolean unserved(Begun begun) {
        return begun.exchange().errorCode() == ErrorCode.METHOD_NOT_FOUND
                && offered().isEmpty();
    }

    /** The subscription to everything, which was not refused. */
    Begun accepted(Expect expect) {
        Begun begun = everything();
        expect.seen(begun.exchange());
        if (unserved(begun)) {
            throw new NotApplicable("the server announces no change and does not know " + Subscription.LISTEN);
        } else if (begun.refused()) {
            throw Inconclusive.blockedBy(
                    ListenStream.SUPPORTED, begun.exchange().inShort());
        }
        return begun;
    }

    /** The subscription to everything, which is answered by an event stream. */
    Begun streaming(Expect expect) {
        Begun begun = accepted(expect);
        if (!begun.exchange().isEventStream()) {
            throw Inconclusive.blockedBy(
                    ListenStream.EVENT_STREAM, begun.exchange().inShort());
        }
        return begun;
    }

    /** The subscription to everything, which began as it has to. */
    Begun acknowledged(Expect expect) {
        Begun begun = streaming(expect);
        JsonNode first = Subscription.first(begun.exchange());
        if (!Subscription.isAcknowledgement(first)) {
            throw Inconclusive.blockedBy(Acknowledgement.FIRST, "the first message is " + Shown.of(first));
        }
        return begun;
    }
}
