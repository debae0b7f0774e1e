package dev.touchstone.checks.completion;

import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import java.util.List;
import java.util.function.Predicate;

/** Completions that can be judged, or the reason why there are none. */
final class Served {

    private Served() {}

    /** All completions that got a result, taken as evidence. */
    static List<Completion> some(Completed completed, Expect expect) {
        List<Completion> asked = asked(completed, completion -> true, "argument or template variable", expect);
        List<Completion> served = asked.stream()
                .filter(completion -> completion.reply().succeeded())
                .toList();
        if (served.isEmpty()) {
            Completion first = asked.get(0);
            throw Inconclusive.blockedBy(
                    record(first),
                    first.subject().where() + ": " + first.reply().inShort());
        }
        return served;
    }

    /** The record that a refused completion counts against. */
    static String record(Completion completion) {
        return completion.subject().isPrompt() ? "completion.ref.prompt" : "completion.ref.resource";
    }

    /**
     * Completions of a kind, whatever came of them, taken as evidence.
     *
     * @throws NotApplicable if there is nothing to complete, or the revision knows no capability and the server no method
     */
    static List<Completion> asked(Completed completed, Predicate<Completion> kind, String what, Expect expect) {
        List<Completion> all = completed.all();
        List<Completion> some = all.stream().filter(kind).toList();
        some.forEach(completion -> expect.seen(completion.reply()));
        if (some.isEmpty()) {
            throw new NotApplicable("the server lists no " + what + " to complete");
        } else if (all.stream().allMatch(Served::unknown)) {
            demandMethod(completed, some.get(0));
        } else if (some.stream().allMatch(completion -> lost(completion))) {
            throw new Inconclusive(
                    "no response to completion/complete: " + some.get(0).reply().inShort());
        }
        return some;
    }

    private static void demandMethod(Completed completed, Completion unknown) {
        String seen =
                "completion/complete is an unknown method: " + unknown.reply().inShort();
        if (!completed.declared()) {
            throw new NotApplicable(seen);
        } else if (completed.blocker().isPresent()) {
            throw Inconclusive.blockedBy(completed.blocker().get(), seen);
        }
    }

    private static boolean unknown(Completion completion) {
        return completion.reply().code() == ErrorCode.METHOD_NOT_FOUND;
    }

    private static boolean lost(Completion completion) {
        return completion.reply().isLost();
    }
}
