package dev.touchstone.checks.pagination;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.touchstone.checks.parts.Listing;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Shared;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of cursors that the server never gave: a random one for each list, an empty one, a huge one and a number for the
 * first.
 */
@Shared(Shared.Per.DIALECT)
final class StrangeCursors {
    private static final int HUGE = 10_000;

    private final Lists lists;
    private final McpClient client;
    private @Nullable List<Answered> all;

    /**
     * What came of a cursor.
     *
     * @param what the request
     * @param unknown whether the cursor is well-formed and only unknown
     * @param reply the reply
     */
    record Answered(String what, boolean unknown, Reply reply) {}

    StrangeCursors(Lists lists, McpClient client) {
        this.lists = lists;
        this.client = client;
    }

    /** All of them, for the lists that are served, whose pages become evidence that they are. */
    synchronized List<Answered> all(Expect expect) {
        List<Listing> served = PagedLists.served(lists, expect);
        if (all == null) {
            all = asked(served);
        }
        return all;
    }

    private List<Answered> asked(List<Listing> served) {
        List<Answered> answered = new ArrayList<>();
        try (Session session = client.connect()) {
            for (Listing listing : served) {
                String random = "touchstone-" + UUID.randomUUID();
                answered.add(ask(session, listing.kind(), "an unknown cursor", random));
            }
            Kind first = served.get(0).kind();
            answered.add(ask(session, first, "an empty cursor", ""));
            answered.add(ask(session, first, "a cursor of 10 kB", "x".repeat(HUGE)));
            answered.add(ask(session, first, "the number 5 as cursor", IntNode.valueOf(5)));
        }
        return List.copyOf(answered);
    }

    private static Answered ask(Session session, Kind kind, String what, String cursor) {
        return ask(session, kind, what, TextNode.valueOf(cursor));
    }

    private static Answered ask(Session session, Kind kind, String what, JsonNode cursor) {
        ObjectNode params = Json.object().set("cursor", cursor);
        Reply reply = session.provoke(JsonRpc.request(session.nextId(), kind.method(), params));
        int length = cursor.asText().length();
        boolean unknown = cursor.isTextual() && length > 0 && length < HUGE;
        return new Answered(kind.method() + " with " + what, unknown, reply);
    }
}
