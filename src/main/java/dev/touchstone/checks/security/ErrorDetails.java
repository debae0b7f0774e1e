package dev.touchstone.checks.security;

import dev.touchstone.checks.parts.Problems;
import dev.touchstone.checks.parts.StackTraces;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whether refusals tell how the server is made. */
@Conformance
@Afterwards
class ErrorDetails {
    private static final int MOST = 5;

    @Verifies("security.error-hygiene")
    void no_refusal_holds_a_stack_trace(Recorded recorded, Expect expect) {
        List<Exchange> refusals = recorded.exchanges().stream()
                .filter(exchange ->
                        exchange.status() >= 400 || exchange.messages().stream().anyMatch(JsonRpc::isError))
                .toList();
        if (refusals.isEmpty()) {
            throw new NotApplicable("nothing was refused in the whole run");
        }
        Problems problems = new Problems();
        refusals.stream().limit(MOST).forEach(expect::seen);
        for (Exchange refusal : refusals) {
            boolean trace = StackTraces.in(new String(refusal.body(), StandardCharsets.UTF_8));
            problems.unless(!trace, "exchange " + refusal.number() + ":", "a stack trace");
            if (trace) {
                expect.seen(refusal);
            }
        }
        problems.judge(expect, "no stack trace in a refusal", refusals.size() + " refusals looked through");
    }
}
