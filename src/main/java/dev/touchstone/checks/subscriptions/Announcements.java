package dev.touchstone.checks.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.util.List;

/** What was announced in the whole run, and on which streams. */
@Conformance
@Afterwards
class Announcements {
    static final String TAGGED = "subscriptions.id.tagged";

    @Verifies(TAGGED)
    void every_notification_of_a_subscription_carries_its_id(Recorded recorded, Listened listened, Expect expect) {
        listened.acknowledged(expect);
        long carried = 0;
        for (Heard heard : Heard.in(recorded)) {
            for (JsonNode message : heard.notifications()) {
                boolean tagged = message.path("params").path("_meta").has(Subscription.ID);
                carried += tagged ? 1 : 0;
                if (!tagged) {
                    expect.seen(heard.exchange());
                    String name = message.path("method").asText();
                    expect.holds(false, name + " has " + Subscription.ID + " in its _meta", name + " lacks it");
                }
            }
        }
        expect.holds(carried > 0, "notifications with a subscription id", carried + " of them");
    }

    @Verifies("subscriptions.filter.unrequested-types")
    void nothing_is_announced_that_was_not_asked_for(Recorded recorded, Expect expect) {
        for (Heard heard : announcing(recorded)) {
            for (JsonNode change : changes(heard.exchange())) {
                String name = change.path("method").asText();
                JsonNode asked = heard.filter().path(Heard.CHANGES.get(name));
                expect.seen(heard.exchange())
                        .holds(
                                asked.isArray() ? !asked.isEmpty() : asked.asBoolean(),
                                "on a subscription to " + Shown.of(heard.filter()) + " nothing else",
                                name);
            }
        }
    }

    @Verifies("subscriptions.filter.resource-uris")
    void updates_come_of_resources_that_were_named(Recorded recorded, Expect expect) {
        boolean any = false;
        for (Heard heard : announcing(recorded)) {
            JsonNode asked = heard.filter().path(Listened.RESOURCES);
            for (JsonNode update : updates(heard)) {
                any = true;
                String uri = update.at("/params/uri").asText();
                expect.seen(heard.exchange())
                        .holds(
                                Json.each(asked).anyMatch(named -> uri.startsWith(named.asText())),
                                "updates of " + Shown.of(asked) + " and what belongs to it",
                                "an update of " + Shown.of(update.at("/params/uri")));
            }
        }
        if (!any) {
            throw new NotApplicable("no resource was announced as updated to those who had named one");
        }
    }

    /** Updates where none at all were asked for are another matter. */
    private static List<JsonNode> updates(Heard heard) {
        return heard.filter().path(Listened.RESOURCES).isEmpty()
                ? List.of()
                : changes(heard.exchange()).stream()
                        .filter(change -> change.path("method").asText().equals(Heard.UPDATED))
                        .toList();
    }

    @Verifies("subscriptions.only-on-listen-streams")
    void changes_are_announced_to_subscriptions_alone(Recorded recorded, Expect expect) {
        List<Exchange> elsewhere = recorded.exchanges().stream()
                .filter(exchange -> !Heard.asksToListen(exchange))
                .filter(exchange -> !changes(exchange).isEmpty())
                .toList();
        List<Heard> announcing = elsewhere.isEmpty() ? announcing(recorded) : List.of();
        elsewhere.stream()
                .limit(1)
                .forEach(exchange -> expect.seen(exchange)
                        .holds(
                                false,
                                "changes are announced on the streams of subscriptions alone",
                                Shown.text(changes(exchange)
                                                .get(0)
                                                .path("method")
                                                .asText()) + " on the stream of exchange " + exchange.number()));
        announcing.forEach(heard -> expect.seen(heard.exchange())
                .holds(true, "announced to a subscription", "announced to a subscription"));
    }

    private static List<Heard> announcing(Recorded recorded) {
        List<Heard> announcing = Heard.in(recorded).stream()
                .filter(heard -> !changes(heard.exchange()).isEmpty())
                .toList();
        if (announcing.isEmpty()) {
            throw new NotApplicable("no change was announced in this run");
        }
        return announcing;
    }

    private static List<JsonNode> changes(Exchange exchange) {
        return exchange.messages().stream()
                .filter(message ->
                        Heard.CHANGES.containsKey(message.path("method").asText()))
                .toList();
    }
}
