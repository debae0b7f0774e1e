package dev.touchstone.junit;

import dev.touchstone.catalogue.Requirement;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.preflight.Dialect.Feature;
import dev.touchstone.verdict.Judge;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.Verdict;
import java.util.Optional;

/** Decides from what a requirement needs whether it can be judged on a dialect. */
final class Applicability {
    private static final String CAPABILITY = "capability:";

    private final RunContext run;
    private final Dialect dialect;

    Applicability(RunContext run, Dialect dialect) {
        this.run = run;
        this.dialect = dialect;
    }

    /** The outcome of a requirement that is not to be judged, empty when it is. */
    Optional<Outcome> aside(Requirement requirement) {
        String needs = requirement.needs();
        Judge judge = new Judge(requirement, dialect.revision());
        if (needs.equals("credentials")) {
            return run.target().credentials().present()
                    ? Optional.empty()
                    : Optional.of(judge.aside(
                            Verdict.NOT_APPLICABLE, "no credentials were configured, and the server asked for none"));
        } else if (!needs.startsWith(CAPABILITY)) {
            return Optional.empty();
        } else if (dialect.opening().isMissingNode()) {
            return Optional.of(judge.aside(
                    Verdict.INCONCLUSIVE,
                    "blocked by " + Judge.opening(dialect.revision())
                            + ": the server told nothing of its capabilities"));
        }
        return aside(judge, dialect.feature(needs.substring(CAPABILITY.length())));
    }

    private static Optional<Outcome> aside(Judge judge, Feature feature) {
        if (feature.offered().isEmpty()) {
            return Optional.of(judge.aside(Verdict.INCONCLUSIVE, feature.evidence()));
        }
        return feature.offered().get()
                ? Optional.empty()
                : Optional.of(judge.aside(Verdict.NOT_APPLICABLE, feature.evidence()));
    }
}
