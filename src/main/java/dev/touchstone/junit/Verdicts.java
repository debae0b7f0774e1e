package dev.touchstone.junit;

import dev.touchstone.catalogue.Revision;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was found so far in the revision that is judged: for checks of classes that judge last. */
public final class Verdicts {
    private final Map<String, Verdict> byRequirement;

    Verdicts(Outcomes outcomes, Revision revision) {
        this.byRequirement = outcomes.all().stream()
                .filter(outcome -> outcome.revision().equals(revision))
                .collect(Collectors.toMap(outcome -> outcome.requirement().id(), Outcome::verdict));
    }

    /** The verdict on a requirement, if it was judged. */
    public Optional<Verdict> on(String requirement) {
        return Optional.ofNullable(byRequirement.get(requirement));
    }
}
