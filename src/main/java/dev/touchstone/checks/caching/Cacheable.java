package dev.touchstone.checks.caching;

import dev.touchstone.checks.resources.ReadResources;
import dev.touchstone.client.Reply;
import dev.touchstone.junit.Discovered;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Shared;
import java.util.ArrayList;
import java.util.List;

/** The results that carry hints for caches: discovery, the pages of every list that is declared, and a few resources. */
@Shared(Shared.Per.DIALECT)
final class Cacheable {
    private final Discovered discovered;
    private final Lists lists;
    private final ReadResources resources;

    /**
     * A result that is complete.
     *
     * @param what what was asked for
     * @param reply what came of it
     */
    record Hinted(String what, Reply reply) {
        /** Where it was seen, for a reader. */
        String where() {
            return what + " (exchange " + reply.evidence().get(0).number() + "):";
        }

        boolean has(String hint) {
            return reply.result().has(hint);
        }
    }

    Cacheable(Discovered discovered, Lists lists, ReadResources resources) {
        this.discovered = discovered;
        this.lists = lists;
        this.resources = resources;
    }

    /** The result of discovery, if it is one. */
    List<Hinted> discovery() {
        return complete("server/discover", List.of(discovered.reply()));
    }

    /** The pages of a list. */
    List<Hinted> pages(Kind kind) {
        return complete(kind.method(), lists.walk(kind).pages());
    }

    /** The resources that were read. */
    List<Hinted> reads() {
        return resources.readings().stream()
                .flatMap(reading -> complete(reading.where(), List.of(reading.reply())).stream())
                .toList();
    }

    /** All of them. */
    List<Hinted> all() {
        List<Hinted> all = new ArrayList<>(discovery());
        lists.declared().forEach(kind -> all.addAll(pages(kind)));
        if (lists.declares(Kind.RESOURCES)) {
            all.addAll(reads());
        }
        return all;
    }

    private static List<Hinted> complete(String what, List<Reply> replies) {
        return replies.stream()
                .filter(reply -> reply.succeeded() && !reply.asksForInput())
                .map(reply -> new Hinted(what, reply))
                .toList();
    }
}
