package dev.touchstone.checks.pagination;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.checks.pagination.StrangeCursors.Answered;
import dev.touchstone.checks.parts.Listing;
import dev.touchstone.checks.parts.Problems;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a server makes of cursors, its own and others. */
@Conformance
class Cursors {

    @Verifies("pagination.stable-cursors")
    void a_cursor_can_be_used_twice(Session session, Lists lists, Expect expect) {
        Listing listing = PagedLists.paged(lists, expect).get(0);
        Kind kind = listing.kind();
        Reply first = session.ask(kind.method());
        expect.control(first, kind.method());
        JsonNode cursor = first.result().path("nextCursor");
        if (!cursor.isTextual()) {
            throw new Inconclusive(kind.method() + " came on one page now, and on several before");
        }
        ObjectNode params = Json.object().set("cursor", cursor);
        Reply once = session.ask(kind.method(), params);
        if (!once.succeeded()) {
            expect.seen(once);
            throw Inconclusive.blockedBy("pagination.operations", "its own cursor is refused: " + once.inShort());
        }
        Reply twice = session.ask(kind.method(), params);
        expect.seen(once);
        if (twice.isLost()) {
            throw Inconclusive.lost(kind.method());
        }
        expect.that(kind.method() + " with the same cursor again", twice)
                .holds(twice.succeeded() && keys(kind, once).equals(keys(kind, twice)), "the same items");
    }

    private static List<String> keys(Kind kind, Reply page) {
        List<String> keys = new ArrayList<>();
        page.result()
                .path(kind.member())
                .forEach(item -> keys.add(item.path(kind.key()).asText()));
        return keys;
    }

    @Verifies("pagination.invalid-cursor.graceful")
    void cursors_that_were_never_given_do_no_harm(Session session, StrangeCursors cursors, Expect expect) {
        for (Answered answered : cursors.all(expect)) {
            Reply reply = answered.reply();
            expect.seen(reply);
            boolean crashed = reply.evidence().get(0).crashed();
            if (crashed && refusesByCrashing(session)) {
                throw Inconclusive.blockedBy("transport.post.request-http-success", reply.inShort());
            } else if (!crashed
                    && reply.message().isEmpty()
                    && !reply.evidence().get(0).refused()) {
                throw new Inconclusive("no response to " + answered.what() + ": " + reply.inShort());
            }
            expect.that(answered.what(), reply).holds(!crashed, "a result or an error, without a crash (5xx)");
        }
    }

    /** Whether even an unknown method is answered as a crash is. */
    private static boolean refusesByCrashing(Session session) {
        Reply unknown = session.ask("touchstone/" + UUID.randomUUID());
        return unknown.evidence().get(0).crashed();
    }

    @Verifies("pagination.invalid-cursor.invalid-params")
    void a_cursor_that_was_never_given_is_refused_as_invalid(StrangeCursors cursors, Expect expect) {
        Problems problems = new Problems();
        int lists = 0;
        for (Answered answered : cursors.all(expect)) {
            Reply reply = answered.reply();
            if (!answered.unknown()) {
                continue;
            }
            expect.seen(reply);
            if (reply.message().isEmpty()) {
                throw Inconclusive.blockedBy(
                        "pagination.invalid-cursor.graceful", answered.what() + ": " + reply.inShort());
            }
            lists++;
            boolean invalid = reply.code() == ErrorCode.INVALID_PARAMS;
            problems.unless(invalid, answered.what() + ":", reply.inShort());
        }
        problems.judge(expect, "JSON-RPC error -32602", lists + " lists refuse an unknown cursor");
    }
}
