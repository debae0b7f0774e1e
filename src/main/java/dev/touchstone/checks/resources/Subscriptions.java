package dev.touchstone.checks.resources;

import dev.touchstone.checks.parts.Listing;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.util.Set;

/** What a server answers to those who want to hear of changes. */
@Conformance
class Subscriptions {
    private static final Set<Integer> NOT_FOUND = Set.of(ErrorCode.RESOURCE_NOT_FOUND, ErrorCode.INVALID_PARAMS);
    private static final String SUBSCRIBE = "resources/subscribe";
    private static final String UNSUBSCRIBE = "resources/unsubscribe";

    @Verifies("resources.subscribe.accepted")
    void a_listed_resource_can_be_subscribed_to_and_unsubscribed_from(Session session, Lists lists, Expect expect) {
        String uri = listed(lists, expect);
        Reply subscribed = ask(session, SUBSCRIBE, uri);
        judge(SUBSCRIBE + " to " + Shown.text(uri), subscribed, expect);
        if (subscribed.succeeded()) {
            judge(UNSUBSCRIBE + " from " + Shown.text(uri), ask(session, UNSUBSCRIBE, uri), expect);
        }
    }

    private static void judge(String what, Reply reply, Expect expect) {
        expect.seen(reply);
        if (reply.isLost()) {
            throw Inconclusive.lost(what);
        }
        expect.that(what, reply).result();
    }

    @Verifies("resources.subscribe.unknown-uri")
    void an_unknown_resource_cannot_be_subscribed_to(
            Session session, Lists lists, ReadResources resources, Expect expect) {
        String uri = listed(lists, expect);
        Reply control = ask(session, SUBSCRIBE, uri);
        expect.control(control, "subscribing to a listed resource");
        ask(session, UNSUBSCRIBE, uri);
        String unknown = resources.unknownUri();
        Reply reply = ask(session, SUBSCRIBE, unknown);
        if (reply.succeeded()) {
            ask(session, UNSUBSCRIBE, unknown);
        }
        int code = reply.code();

        expect.that(SUBSCRIBE + " to an unknown URI", reply)
                .holds(
                        reply.succeeded() || NOT_FOUND.contains(code),
                        "error -32002, or a result for a resource that may be yet to come");
    }

    private static Reply ask(Session session, String method, String uri) {
        return session.ask(method, Json.object().put("uri", uri));
    }

    private static String listed(Lists lists, Expect expect) {
        return Listing.of(lists, Kind.RESOURCES).served(expect).items().stream()
                .map(item -> item.text("uri"))
                .filter(uri -> !uri.isEmpty())
                .findFirst()
                .orElseThrow(() -> new Inconclusive(
                        "the server declares subscriptions and lists no resource to subscribe to: list one"));
    }
}
