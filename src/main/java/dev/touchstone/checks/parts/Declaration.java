package dev.touchstone.checks.parts;

import dev.touchstone.client.Reply;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Observed;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;

/** Whether a server declares the capability of a list that it serves. */
public final class Declaration {
    private Declaration() {}

    /** Expects that a list which is served is declared; an empty one may be what a framework serves unasked. */
    public static void judge(Kind kind, Lists lists, Observed observed, Expect expect) {
        expect.seen(observed.initialize());
        if (!observed.initialize().result().path("capabilities").isObject()) {
            throw Inconclusive.blockedBy("lifecycle.initialize.capabilities-object", "nothing can be read from it");
        }
        boolean declared = lists.declares(kind);
        Reply first = lists.walk(kind).pages().get(0);
        expect.seen(first);
        String seen = kind.method() + ": " + first.inShort();
        if (!first.succeeded() && declared) {
            throw Inconclusive.blockedBy("lifecycle.initialized.then-operational", seen);
        } else if (!first.succeeded()) {
            throw new NotApplicable("the server neither declares " + kind.capability() + " nor serves them: " + seen);
        }
        if (!declared && lists.walk(kind).items().isEmpty()) {
            throw new NotApplicable("the server neither declares " + kind.capability() + " nor lists any");
        }
        String where = "capabilities." + kind.capability() + " in the initialize result";
        expect.holds(declared, where, seen + "; " + where + (declared ? " is there" : " is not"));
    }
}
