package dev.touchstone.checks.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.util.List;

/** How a subscription begins: with what of the wishes is granted. */
@Conformance
class Acknowledgement {
    static final String FIRST = "subscriptions.ack.first";

    @Verifies(FIRST)
    void the_first_message_acknowledges_the_subscription(Listened listened, Expect expect) {
        JsonNode first = Subscription.first(listened.streaming(expect).exchange());

        expect.holds(
                Subscription.isAcknowledgement(first),
                "the first message is " + Subscription.ACKNOWLEDGED,
                "the first message is " + (first.isMissingNode() ? "not there: none came" : Shown.of(first)));
    }

    @Verifies("subscriptions.ack.subset")
    void nothing_is_granted_that_was_not_asked_for(StatelessClient client, Listened listened, Expect expect) {
        judge(listened.acknowledged(expect), expect);
        Listened.Begun nothing = listened.nothing();
        expect.seen(nothing.exchange());
        judge(nothing, expect);
        ObjectNode one = Json.object().put(one(listened), true);
        try (Subscription subscription = Subscription.to(one, client)) {
            expect.seen(subscription.exchange());
            judge(new Listened.Begun(subscription.id(), one, subscription.exchange()), expect);
        }
    }

    private static String one(Listened listened) {
        return listened.offered().stream()
                .filter(Listened.LISTS::containsValue)
                .findFirst()
                .orElse("toolsListChanged");
    }

    private static void judge(Listened.Begun begun, Expect expect) {
        if (!Subscription.isAcknowledgement(Subscription.first(begun.exchange()))) {
            throw new Inconclusive("a subscription to " + Shown.of(begun.filter()) + " is not acknowledged: "
                    + begun.exchange().inShort());
        }
        JsonNode granted = begun.granted();
        boolean subset = granted.isObject()
                && granted.properties().stream()
                        .allMatch(
                                entry -> within(begun.filter().path(entry.getKey()), entry.getValue(), entry.getKey()));
        expect.holds(
                subset,
                "params.notifications has nothing but what was asked for, " + Shown.of(begun.filter()),
                "params.notifications is " + Shown.of(granted));
    }

    /** A switch may be off in any case; a list may be shorter. */
    private static boolean within(JsonNode asked, JsonNode granted, String member) {
        if (Listened.LISTS.containsValue(member)) {
            return granted.isBoolean() && (!granted.asBoolean() || asked.asBoolean());
        } else if (!granted.isArray()) {
            return !member.equals(Listened.RESOURCES) && !granted.asBoolean();
        }
        List<JsonNode> wanted = Json.each(asked).toList();
        return Json.each(granted).allMatch(wanted::contains);
    }

    @Verifies("subscriptions.ack.unsupported-omitted")
    void what_is_not_supported_is_not_granted(Listened listened, Expect expect) {
        Listened.Begun begun = listened.acknowledged(expect);
        List<String> others = listened.members().stream()
                .filter(member -> begun.filter().has(member) && !listened.offers(member))
                .filter(member -> !listened.isUnclear(member))
                .toList();
        if (others.isEmpty()) {
            throw new NotApplicable("discovery advertises all that can be subscribed to");
        }
        others.forEach(member -> expect.holds(
                !grants(begun, member),
                "no " + member + " in the acknowledgement, since discovery does not advertise it",
                member + " is " + Shown.of(begun.granted().path(member))));
    }

    @Verifies("subscriptions.ack.supported-included")
    void what_is_advertised_is_granted(Listened listened, Expect expect) {
        Listened.Begun begun = listened.acknowledged(expect);
        List<String> offered = listened.offered().stream()
                .filter(member -> begun.filter().has(member) && !listened.isUnclear(member))
                .toList();
        if (offered.isEmpty()) {
            throw new NotApplicable("discovery advertises nothing that can be subscribed to");
        }
        offered.forEach(member -> expect.holds(
                grants(begun, member),
                member + " in the acknowledgement, since discovery advertises it",
                member + " is " + Shown.of(begun.granted().path(member))));
    }

    private static boolean grants(Listened.Begun begun, String member) {
        JsonNode granted = begun.granted().path(member);
        return granted.isArray() ? !granted.isEmpty() : granted.asBoolean();
    }
}
