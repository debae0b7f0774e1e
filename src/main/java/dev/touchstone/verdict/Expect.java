package dev.touchstone.verdict;

import dev.touchstone.client.Reply;
import dev.touchstone.wire.Exchange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a check expects of what it saw. Expectations do not throw: a check goes on after the first difference, so that
 * the reader learns of all of them at once. Whatever an expectation looks at becomes evidence of the verdict.
 */
public final class Expect {
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Exchange> evidence = new LinkedHashSet<>();
    private final List<String> observations = new ArrayList<>();

    /** Expects something of an exchange. */
    public ExchangeExpect that(Exchange exchange) {
        seen(exchange);
        return new ExchangeExpect(this, exchange, "");
    }

    /** Expects something of an exchange that the reader should be able to tell from others: {@code on DELETE}. */
    public ExchangeExpect that(String label, Exchange exchange) {
        seen(exchange);
        return new ExchangeExpect(this, exchange, label + ": ");
    }

    /** Expects something of the reply to a JSON-RPC request. */
    public ReplyExpect that(Reply reply) {
        seen(reply);
        return new ReplyExpect(this, reply, "");
    }

    /** Expects something of a reply that the reader should be able to tell from others. */
    public ReplyExpect that(String label, Reply reply) {
        seen(reply);
        return new ReplyExpect(this, reply, label + ": ");
    }

    /** Takes an exchange as evidence. */
    public Expect seen(Exchange exchange) {
        evidence.removeIf(other -> other.number() == exchange.number());
        evidence.add(exchange);
        return this;
    }

    /** Takes the exchanges of a reply as evidence. */
    public Expect seen(Reply reply) {
        reply.evidence().forEach(this::seen);
        return this;
    }

    /** Expects a condition to hold; {@code seen} describes what was found either way. */
    public boolean holds(boolean condition, String expected, String seen) {
        if (condition) {
            observations.add(seen);
        } else {
            findings.add(new Finding(expected, seen, false));
        }
        return condition;
    }

    /** Notes a difference that the text leaves room for: a warning at most. */
    public void deviates(String expected, String seen) {
        findings.add(new Finding(expected, seen, true));
    }

    /**
     * Demands that a control request, the probe without its defect, was accepted: otherwise a refusal of the probe shows
     * nothing.
     *
     * @throws Inconclusive if it was not
     */
    public Expect control(boolean accepted, Exchange exchange, String what) {
        seen(exchange);
        if (!accepted) {
            throw new Inconclusive(what + " is not accepted either (" + exchange.inShort()
                    + "), so a refusal of the faulty one would show nothing");
        }
        return this;
    }

    /**
     * Demands that a control request got its result.
     *
     * @throws Inconclusive if it did not
     */
    public Expect control(Reply reply, String what) {
        seen(reply);
        if (!reply.succeeded()) {
            throw new Inconclusive(what + " gets no result (" + reply.inShort() + "), so nothing else can be told");
        }
        return this;
    }

    /** The differences, none if all is well. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The exchanges that were looked at. */
    public List<Exchange> evidence() {
        return List.copyOf(evidence);
    }

    /** What was found as expected, for the report of a pass. */
    public List<String> observations() {
        return List.copyOf(observations);
    }
}
