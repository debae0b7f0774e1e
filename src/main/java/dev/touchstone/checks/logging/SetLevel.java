package dev.touchstone.checks.logging;

import dev.touchstone.client.Reply;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.ErrorCode;
import java.util.List;

/** How the level of log messages is set. */
@Conformance
class SetLevel {
    private static final String USUAL_ACCEPTED = "logging.set-level.empty-result";

    @Verifies(USUAL_ACCEPTED)
    void setting_a_level_yields_a_result(Levels levels, Expect expect) {
        Reply reply = levels.of(Levels.USUAL);
        expect.seen(reply);
        demandAnswer(Levels.USUAL, reply);
        if (!reply.result().isMissingNode() && !reply.result().isObject()) {
            throw Inconclusive.blockedBy("jsonrpc.response.result-object", "the result is " + reply.result());
        }
        expect.that("level " + Levels.USUAL, reply).result();
    }

    @Verifies("logging.set-level.all-levels")
    void every_level_is_accepted(Levels levels, Expect expect) {
        demandUsual(levels, expect);
        for (String level : Levels.ALL) {
            Reply reply = levels.of(level);
            expect.seen(reply);
            demandAnswer(level, reply);
            expect.that("level " + level, reply).result();
        }
    }

    @Verifies("logging.set-level.invalid")
    void an_unknown_level_is_refused_as_invalid_params(Levels levels, Expect expect) {
        demandUsual(levels, expect);
        for (Reply reply : List.of(levels.unknown(), levels.missing())) {
            String label = reply == levels.missing() ? "without a level" : "an unknown level";
            expect.seen(reply);
            demandAnswer(label, reply);
            expect.that(label, reply).error(ErrorCode.INVALID_PARAMS);
        }
    }

    private static void demandUsual(Levels levels, Expect expect) {
        Reply usual = levels.of(Levels.USUAL);
        expect.seen(usual);
        if (!usual.succeeded()) {
            throw Inconclusive.blockedBy(USUAL_ACCEPTED, "level " + Levels.USUAL + ": " + usual.inShort());
        }
    }

    private static void demandAnswer(String label, Reply reply) {
        if (reply.isLost()) {
            throw new Inconclusive(label + ": " + reply.inShort());
        }
    }
}
