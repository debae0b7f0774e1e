package dev.touchstone.checks.parts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.Reply;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Lists.Walk;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Shown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A list of the server with what was found in it, and what checks of every list ask of it. */
public final class Listing {
    private final Kind kind;
    private final Walk walk;
    private final String blocker;

    private Listing(Kind kind, Walk walk, String blocker) {
        this.kind = kind;
        this.walk = walk;
        this.blocker = blocker;
    }

    /** A list, whether or not it was served. */
    public static Listing of(Lists lists, Kind kind) {
        return new Listing(kind, lists.walk(kind), lists.blocker());
    }

    /** Which list it is. */
    public Kind kind() {
        return kind;
    }

    /** The walk to the end of the list. */
    public Walk walk() {
        return walk;
    }

    /** What came of the request for the first page. */
    public Reply first() {
        return walk.pages().get(0);
    }

    /**
     * Takes the pages as evidence and demands that the first was served.
     *
     * @throws Inconclusive if it was not
     */
    public Listing served(Expect expect) {
        walk.pages().forEach(expect::seen);
        if (!first().succeeded()) {
            throw Inconclusive.blockedBy(blocker, kind.method() + ": " + first().inShort());
        }
        return this;
    }

    /** Expects an array of items on every page that was served. */
    public void judgeArray(Expect expect) {
        Problems problems = new Problems();
        for (Reply page : walk.pages()) {
            JsonNode array = page.result().path(kind.member());
            problems.unless(
                    array.isArray() || !page.succeeded(),
                    kind.method() + ":",
                    kind.member() + " is " + Shown.of(array));
        }
        problems.judge(expect, kind.member() + " is an array", items().size() + " items in " + kind.member());
    }

    /** The items of all pages, in order. */
    public List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (int page = 0; page < walk.pages().size(); page++) {
            Reply reply = walk.pages().get(page);
            JsonNode array = reply.result().path(kind.member());
            int exchange = reply.evidence().get(0).number();
            for (int at = 0; array.isArray() && at < array.size(); at++) {
                String key = Shown.of(array.get(at).path(kind.key()));
                String where =
                        "%s %s (exchange %d, /result/%s/%d):".formatted(kind.key(), key, exchange, kind.member(), at);
                items.add(new Item(array.get(at), where, page));
            }
        }
        return items;
    }

    /**
     * The items, of which there have to be some.
     *
     * @throws NotApplicable if there is none
     */
    public List<Item> some() {
        List<Item> items = items();
        if (items.isEmpty()) {
            throw new NotApplicable(kind.method() + " lists nothing (exchange "
                    + first().evidence().get(0).number() + ")");
        }
        return items;
    }

    /** Expects that no item occurs twice on a page; items that come again on a later page are a matter of pagination. */
    public void judgeUnique(Expect expect) {
        Problems problems = new Problems();
        Set<String> known = new HashSet<>();
        for (Item item : some()) {
            String key = item.text(kind.key());
            problems.unless(key.isEmpty() || known.add(item.page() + " " + key), item.where(), "is listed twice");
        }
        problems.judge(expect, "each " + kind.key() + " once", known.size() + " different values of " + kind.key());
    }
}
