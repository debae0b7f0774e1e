package dev.touchstone.checks.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.CallableTools;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What a list shows on one connection or another, before other requests and after them. */
public final class ListViews {
    private static final int MOST_PAGES = 10;
    private static final int ATTEMPTS = 3;
    private static final long LARGEST = 1_000_000;

    private final Kind kind;
    private final StatelessClient client;
    private final Lists lists;
    private final Expect expect;

    /** The items of a list, by their keys. */
    private record View(List<String> keys) {
        Set<String> set() {
            return new TreeSet<>(keys);
        }

        boolean shows(View other) {
            return set().equals(other.set());
        }

        /** The first item that only one of two views has. */
        String difference(View other) {
            Set<String> more = set();
            more.removeAll(other.keys());
            Set<String> less = other.set();
            less.removeAll(keys());
            return more.isEmpty()
                    ? "lacks " + Shown.text(less.iterator().next())
                    : "has " + Shown.text(more.iterator().next()) + ", too";
        }
    }

    /** Views of a list that is declared, served and not empty. */
    public ListViews(Kind kind, StatelessClient client, Lists lists, Expect expect) {
        this.kind = kind;
        this.client = client;
        this.lists = lists;
        this.expect = expect;
        Listing.of(lists, kind).served(expect).some();
    }

    /** Expects the same items on any connection; what changes on the same one meanwhile is looked at again. */
    public void judgeConnections() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            StatelessClient used = client.onOneConnection();
            View before = view(used);
            List<View> others = List.of(view(client.onOneConnection()), view(client.onOneConnection()));
            View after = view(used);
            if (before.shows(after)) {
                others.forEach(other -> judge("on another connection", after, other));
                return;
            }
        }
        throw new Inconclusive(
                kind.method() + " changed between two requests on one connection, " + ATTEMPTS + " times");
    }

    /** Expects the same items after other requests on the connection, or a change that others see, too. */
    public void judgeSideEffects(CallableTools tools) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            StatelessClient used = client.onOneConnection();
            View before = view(used);
            ask(used, tools);
            View after = view(used);
            View fresh = view(client.onOneConnection());
            if (after.shows(fresh) || before.shows(fresh)) {
                judge("after other requests on the connection", fresh, after);
                return;
            }
        }
        throw new Inconclusive(
                kind.method() + " shows another set on a new connection, whether or not other requests came before");
    }

    private void judge(String where, View usual, View view) {
        boolean same = usual.shows(view);
        expect.holds(
                same,
                kind.method() + " " + where + ": the same " + kind.key() + " values",
                kind.method() + " " + where + (same ? ": the same" : " " + view.difference(usual)));
    }

    /** Expects the same order in several walks, as far as they show the same items. */
    public void judgeOrder(int walks) {
        View first = view(client);
        int compared = 0;
        for (int walk = 1; walk < walks; walk++) {
            View next = view(client);
            if (next.shows(first)) {
                compared++;
                boolean same = next.keys().equals(first.keys());
                expect.holds(same, "the same order each time", same ? "the same order" : moved(first, next));
            }
        }
        if (compared == 0) {
            throw new Inconclusive(kind.method() + " changed whenever it was asked for");
        }
    }

    private static String moved(View first, View next) {
        int at = 0;
        while (first.keys().get(at).equals(next.keys().get(at))) {
            at++;
        }
        return "as number " + (at + 1) + " came " + Shown.text(first.keys().get(at)) + ", another time "
                + Shown.text(next.keys().get(at));
    }

    private View view(StatelessClient from) {
        List<String> keys = new ArrayList<>();
        ObjectNode params = Json.object();
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Reply page = from.ask(kind.method(), params);
            expect.seen(page);
            if (!page.succeeded()) {
                throw new Inconclusive(kind.method() + " was served before, and now got " + page.inShort());
            }
            page.result()
                    .path(kind.member())
                    .forEach(item -> keys.add(item.path(kind.key()).asText()));
            JsonNode cursor = page.result().path("nextCursor");
            if (!cursor.isTextual()) {
                break;
            }
            params = Json.object().set("cursor", cursor);
        }
        return new View(List.copyOf(keys));
    }

    /** Asks for what is offered: each other list, a resource, a prompt, a call as far as one is allowed, and for nonsense. */
    private void ask(StatelessClient used, CallableTools tools) {
        lists.declared().stream().filter(other -> other != kind).forEach(other -> used.ask(other.method()));
        lists.items(Kind.RESOURCES).stream()
                .filter(resource -> resource.path("size").asLong() <= LARGEST)
                .limit(1)
                .forEach(resource -> used.ask("resources/read", Json.object().set("uri", resource.path("uri"))));
        lists.items(Kind.PROMPTS).stream()
                .filter(prompt -> prompt.path("arguments").isEmpty())
                .limit(1)
                .forEach(prompt -> used.ask("prompts/get", Json.object().set("name", prompt.path("name"))));
        tools.all().stream().limit(1).forEach(tool -> used.ask("tools/call", tool.params()));
        expect.seen(used.ask("touchstone/" + UUID.randomUUID()));
    }
}
