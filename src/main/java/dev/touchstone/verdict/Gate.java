package dev.touchstone.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a run is good enough for the build. Counts of passed and failed tests never decide, since a run in
 * which nothing was tested would be green.
 *
 * @param failOn verdicts that fail the build besides ERROR
 * @param baseline violations that are accepted
 */
public record Gate(Set<Verdict> failOn, Baseline baseline) {

    /** Copies the verdicts. */
    public Gate {
        failOn = Set.copyOf(failOn);
    }

    /**
     * The decision.
     *
     * @param reasons why the build fails, empty when it does not
     * @param suiteAtFault whether the suite itself is the reason
     */
    public record Decision(List<String> reasons, boolean suiteAtFault) {
        /** Whether the build may go on. */
        public boolean passed() {
            return reasons.isEmpty();
        }
    }

    /** Decides on a run. */
    public Decision decide(RunResult result) {
        List<String> reasons = new ArrayList<>();
        int errors = result.with(Verdict.ERROR).size();
        if (errors > 0) {
            reasons.add("the suite itself was at fault in " + errors + " checks, please report it");
        }
        for (Verdict verdict : Verdict.values()) {
            List<Outcome> found = result.with(verdict).stream()
                    .filter(outcome -> !baseline.accepts(outcome))
                    .toList();
            if (verdict != Verdict.ERROR && failOn.contains(verdict) && !found.isEmpty()) {
                long requirements =
                        found.stream().map(Outcome::requirement).distinct().count();
                reasons.add(verdict.counted(found.size()) + ", in " + requirements
                        + (requirements == 1 ? " requirement" : " requirements"));
            }
        }
        Optional<String> closed = closed(result);
        closed.ifPresent(reasons::add);
        boolean mustsDue = result.outcomes().stream()
                .anyMatch(outcome -> outcome.requirement().bindingIn(outcome.revision()));
        if (closed.isPresent()) {
            return new Decision(List.copyOf(reasons), errors > 0);
        }
        if (result.outcomes().stream().noneMatch(outcome -> outcome.verdict().decided())) {
            reasons.add("nothing could be decided");
        } else if (mustsDue && result.headlines().stream().allMatch(headline -> headline.decided() == 0)) {
            reasons.add("not a single MUST could be decided");
        }
        baseline.stale(result.outcomes())
                .forEach(entry -> reasons.add("the baseline accepts a violation of " + entry.requirement()
                        + " that is gone: remove the entry"));
        return new Decision(List.copyOf(reasons), errors > 0);
    }

    /** Why nothing else was judged of what the user asked for, since the server lets nobody in. */
    public static Optional<String> closed(RunResult result) {
        return result.facts()
                .closed()
                .filter(diagnosis -> result.with(Verdict.INCONCLUSIVE).stream()
                        .anyMatch(outcome -> outcome.reason().equals(diagnosis)));
    }
}
