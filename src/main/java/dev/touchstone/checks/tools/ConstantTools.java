package dev.touchstone.checks.tools;

import dev.touchstone.checks.parts.ListViews;
import dev.touchstone.checks.parts.Listing;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.CallableTools;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;

/** Tools are listed alike on every connection and at every time. */
@Conformance
class ConstantTools {
    private static final int WALKS = 5;

    @Verifies("tools.list.not-per-connection")
    void every_connection_is_shown_the_same_tools(StatelessClient client, Lists lists, Expect expect) {
        new ListViews(Kind.TOOLS, client, lists, expect).judgeConnections();
    }

    @Verifies("tools.list.no-side-effects")
    void other_requests_do_not_change_the_tools(
            StatelessClient client, Lists lists, CallableTools tools, Expect expect) {
        new ListViews(Kind.TOOLS, client, lists, expect).judgeSideEffects(tools);
    }

    @Verifies("tools.list.deterministic")
    void the_tools_come_in_the_same_order(StatelessClient client, Lists lists, Expect expect) {
        int listed = Listing.of(lists, Kind.TOOLS).served(expect).items().size();
        if (listed < 2) {
            throw new NotApplicable("tools/list has no order: it shows " + listed + " tools");
        }
        new ListViews(Kind.TOOLS, client, lists, expect).judgeOrder(WALKS);
    }
}
