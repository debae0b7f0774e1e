package dev.touchstone.verdict;

import dev.touchstone.client.Reply;

/** Expectations of the reply to a JSON-RPC request. */
public final class ReplyExpect {
    private final Expect expect;
    private final Reply reply;
    private final String label;

    ReplyExpect(Expect expect, Reply reply, String label) {
        this.expect = expect;
        this.reply = reply;
        this.label = label;
    }

    /** A result object. */
    public boolean result() {
        return holds(reply.succeeded(), "a result");
    }

    /** A JSON-RPC error with a code. */
    public boolean error(int code) {
        return holds(reply.code() == code, "JSON-RPC error " + code);
    }

    /** No result: an error, or a refusal by status. */
    public boolean refused() {
        boolean refused =
                !reply.error().isMissingNode() || reply.evidence().get(0).refused();
        return holds(refused, "an error instead of a result");
    }

    /** A condition on the reply, described by what is expected. */
    public boolean holds(boolean condition, String expected) {
        return expect.holds(condition, label + expected, label + reply.inShort());
    }
}
