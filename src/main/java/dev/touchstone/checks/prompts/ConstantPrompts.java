package dev.touchstone.checks.prompts;

import dev.touchstone.checks.parts.ListViews;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.CallableTools;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;

/** Prompts are listed alike on every connection, whatever else was asked on it. */
@Conformance
class ConstantPrompts {
    @Verifies("prompts.list.not-per-connection")
    void every_connection_is_shown_the_same_prompts(
            StatelessClient client, Lists lists, CallableTools tools, Expect expect) {
        ListViews views = new ListViews(Kind.PROMPTS, client, lists, expect);
        views.judgeConnections();
        views.judgeSideEffects(tools);
    }
}
