package dev.touchstone.junit;

import dev.touchstone.catalogue.Revision;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.Verdict;
import dev.touchstone.wire.Exchange;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was found so far in the revision that is judged: for checks of classes that judge last. */
public final class Verdicts {
    private static final Set<Verdict> RED = Set.of(Verdict.FAIL, Verdict.WARN, Verdict.INTEROP);

    private final Map<String, Outcome> byRequirement;

    Verdicts(Outcomes outcomes, Revision revision) {
        this.byRequirement = outcomes.all().stream()
                .filter(outcome -> outcome.revision().equals(revision))
                .collect(Collectors.toMap(outcome -> outcome.requirement().id(), outcome -> outcome));
    }

    /**
     * Whether a requirement was judged in this run and nothing was found wrong, neither in it nor in the one that has to be
     * met before it can be decided.
     */
    public boolean foundNothing(String requirement) {
        return Optional.ofNullable(byRequirement.get(requirement))
                .filter(outcome -> outcome.verdict() != Verdict.ERROR && !isRed(outcome))
                .filter(outcome -> Inconclusive.blocker(outcome.reason())
                        .map(byRequirement::get)
                        .filter(Verdicts::isRed)
                        .isEmpty())
                .isPresent();
    }

    /** Whether an exchange is shown for something that was found wrong: one cause is to be red once. */
    public boolean show(Exchange exchange) {
        return byRequirement.values().stream()
                .filter(Verdicts::isRed)
                .anyMatch(outcome -> outcome.exchanges().contains(exchange.number()));
    }

    private static boolean isRed(Outcome outcome) {
        return RED.contains(outcome.verdict());
    }
}
