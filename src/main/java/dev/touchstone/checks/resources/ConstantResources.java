package dev.touchstone.checks.resources;

import dev.touchstone.checks.parts.ListViews;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.CallableTools;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;

/** Resources are listed alike on every connection, whatever else was asked on it. */
@Conformance
class ConstantResources {
    @Verifies("resources.list.not-per-connection")
    void every_connection_is_shown_the_same_resources(
            StatelessClient client, Lists lists, CallableTools tools, Expect expect) {
        ListViews views = new ListViews(Kind.RESOURCES, client, lists, expect);
        views.judgeConnections();
        views.judgeSideEffects(tools);
    }
}
