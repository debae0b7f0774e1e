package dev.touchstone.checks.caching;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Verifies;
import dev.touchstone.target.Target;
import dev.touchstone.target.Token;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Shown;

/** Whether a list that depends on who asks may be kept for that user only. */
@Conformance
class ScopeByUser {

    @Verifies("caching.scope.private-when-varying")
    void a_list_that_differs_from_user_to_user_is_private(
            StatelessClient client, Lists lists, Target target, Expect expect) {
        StatelessClient second = client.as(target.with(Token.SECOND).orElseThrow());
        boolean served = false;
        boolean varies = false;
        for (Kind kind : lists.declared()) {
            Reply mine = client.ask(kind.method());
            Reply theirs = second.ask(kind.method());
            Reply again = client.ask(kind.method());
            if (!mine.succeeded() || !theirs.succeeded() || !items(mine, kind).equals(items(again, kind))) {
                continue;
            }
            served = true;
            expect.seen(mine).seen(theirs);
            if (!items(mine, kind).equals(items(theirs, kind))) {
                varies = true;
                judge(kind.method() + " of the first user", mine, expect);
                judge(kind.method() + " of the second user", theirs, expect);
            }
        }
        if (!varies) {
            throw served
                    ? new NotApplicable("both users are shown the same lists")
                    : new Inconclusive("no list is served to both users and stays as it is for one of them");
        }
    }

    private static JsonNode items(Reply reply, Kind kind) {
        return reply.result().path(kind.member());
    }

    private static void judge(String what, Reply reply, Expect expect) {
        JsonNode scope = reply.result().path("cacheScope");
        expect.holds(
                scope.asText().equals("private"),
                what + ": cacheScope \"private\", since another user is shown other items",
                what + ": cacheScope " + Shown.of(scope));
    }
}
