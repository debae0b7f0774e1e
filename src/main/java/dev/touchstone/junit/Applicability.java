package dev.touchstone.junit;

import dev.touchstone.catalogue.Requirement;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.preflight.Dialect.Feature;
import dev.touchstone.target.Credentials;
import dev.touchstone.target.Token;
import dev.touchstone.verdict.Judge;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides from what a requirement needs whether it can be judged on a dialect. */
final class Applicability {
    private static final String CAPABILITY = "capability:";
    private static final String AUTHORIZATION = "auth:";
    private static final String NO_CREDENTIALS = "no credentials were configured, and the server asked for none";

    private final RunContext run;
    private final Dialect dialect;

    Applicability(RunContext run, Dialect dialect) {
        this.run = run;
        this.dialect = dialect;
    }

    /** The outcome of a requirement that is not to be judged, empty when it is; what is not there need not be supplied. */
    Optional<Outcome> aside(Requirement requirement) {
        Judge judge = new Judge(requirement, dialect.revision());
        List<Outcome> lacking = Arrays.stream(requirement.needs().split(", *"))
                .flatMap(need -> aside(need, judge).stream())
                .toList();
        return lacking.stream()
                .filter(outcome -> outcome.verdict() == Verdict.NOT_APPLICABLE)
                .findFirst()
                .or(() -> lacking.stream().findFirst());
    }

    private Optional<Outcome> aside(String needs, Judge judge) {
        if (needs.equals("credentials") && !credentials().present()) {
            return Optional.of(judge.aside(Verdict.NOT_APPLICABLE, NO_CREDENTIALS));
        } else if (needs.startsWith(AUTHORIZATION)) {
            return withoutToken(needs, judge);
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

    /** What is about tokens is not judged without the one that opens the server, and may need another beside it. */
    private Optional<Outcome> withoutToken(String needs, Judge judge) {
        Optional<Token> needed = Arrays.stream(Token.values())
                .filter(t -> t.need().equals(needs))
                .findFirst();
        if (needed.isEmpty() && !needs.equals("auth:token")) {
            return Optional.empty();
        } else if (credentials().bearer().isEmpty()) {
            return Optional.of(judge.aside(
                    Verdict.NOT_APPLICABLE,
                    credentials().present() ? "the configured credentials are no bearer token" : NO_CREDENTIALS));
        }
        return needed.filter(token -> !credentials().tokens().containsKey(token))
                .map(token -> judge.aside(
                        Verdict.INCONCLUSIVE,
                        "needs " + token.words() + ": option " + token.option() + ", environment " + environment(token)
                                + ", or as=demo"));
    }

    private static String environment(Token token) {
        return "TOUCHSTONE_" + token.option().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private Credentials credentials() {
        return run.target().credentials();
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
