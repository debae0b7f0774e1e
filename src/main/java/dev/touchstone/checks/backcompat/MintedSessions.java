package dev.touchstone.checks.backcompat;

import dev.touchstone.client.StreamableClient;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Siblings;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import java.util.List;

/** Whether session ids were handed out in the run, where there are no sessions. */
@Conformance
@Afterwards
class MintedSessions {
    private static final int MOST = 5;

    @Verifies("backcompat.session-id.not-minted")
    void no_answer_hands_out_a_session_id(Recorded recorded, Siblings siblings, Expect expect) {
        Eras.demandOne(siblings);
        List<Exchange> answered = recorded.exchanges().stream()
                .filter(exchange -> exchange.response().isPresent())
                .toList();
        if (answered.isEmpty()) {
            throw new Inconclusive("nothing was answered under this revision");
        }
        List<Exchange> minted = answered.stream()
                .filter(exchange -> exchange.header(StreamableClient.SESSION_ID).isPresent())
                .toList();
        (minted.isEmpty() ? answered : minted).stream().limit(MOST).forEach(expect::seen);
        expect.holds(
                minted.isEmpty(),
                "no " + StreamableClient.SESSION_ID + " in any answer",
                minted.size() + " of " + answered.size() + " answers have it");
    }
}
