package dev.touchstone.checks.tools;

import dev.touchstone.junit.Calls;
import dev.touchstone.junit.Calls.Defect;
import dev.touchstone.junit.Calls.Wrong;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import java.util.List;

/** What a tool does with arguments that do not fit its input schema. */
@Conformance
class InputValidation {
    private static final String VALIDATED = "tools.security.inputs-validated";

    @Verifies(VALIDATED)
    void arguments_that_do_not_fit_are_reported(Calls calls, Expect expect) {
        for (Wrong wrong : judgeable(calls, expect)) {
            boolean accepted = wrong.call().succeeded();
            if (accepted && wrong.defect() == Defect.MISTYPED) {
                expect.deviates("an error or a result with isError true", wrong.inShort());
            } else {
                expect.holds(reported(wrong), "a JSON-RPC error or a result with isError true", wrong.inShort());
            }
        }
    }

    @Verifies("tools.call.input-validation-is-error")
    void arguments_that_do_not_fit_are_told_to_the_model(Calls calls, Expect expect) {
        List<Wrong> reported = judgeable(calls, expect).stream()
                .filter(InputValidation::reported)
                .toList();
        if (reported.isEmpty()) {
            throw Inconclusive.blockedBy(VALIDATED, "no argument that does not fit is reported");
        }
        for (Wrong wrong : reported) {
            boolean told = CallErrors.saysWhatFailed(wrong.call());
            expect.holds(told, "a result with isError true and content that says what is wrong", wrong.inShort());
        }
    }

    private static boolean reported(Wrong wrong) {
        return wrong.call().failed() || CallErrors.isRefused(wrong.call().reply());
    }

    private static List<Wrong> judgeable(Calls calls, Expect expect) {
        calls.demand();
        if (calls.wrong().isEmpty()) {
            throw new NotApplicable("no tool that may be called did its work and has arguments to get wrong: list one"
                    + " with arguments that fit in -Dfixtures=FILE");
        }
        for (Wrong wrong : calls.wrong()) {
            calls.of(wrong.call().tool().name()).ifPresent(control -> expect.seen(control.reply()));
            expect.seen(wrong.call().reply());
            CallErrors.demandAnswer(wrong.call().reply(), wrong.inShort());
        }
        return calls.wrong();
    }
}
