package dev.touchstone.verdict;

import dev.touchstone.catalogue.Breakage;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.preflight.ServerFacts;
import dev.touchstone.target.Target;
import dev.touchstone.wire.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * All that a run established; every report is a view of it.
 *
 * @param suiteVersion the version of the suite
 * @param target the server; its credentials are never written anywhere
 * @param facts what the preflight found
 * @param catalogue what was judged against
 * @param outcomes the verdicts, in catalogue order and newest revision first
 * @param untested requirements of the judged revisions that have no check
 * @param called the tools that were called, and why they could be
 * @param transcript all exchanges
 * @param started when the run began
 * @param took how long it lasted
 */
public record RunResult(
        String suiteVersion,
        Target target,
        ServerFacts facts,
        Catalogue catalogue,
        List<Outcome> outcomes,
        List<Requirement> untested,
        List<CalledTool> called,
        Transcript transcript,
        Instant started,
        Duration took) {

    /** Sorts the outcomes. */
    public RunResult {
        List<String> order =
                catalogue.requirements().stream().map(Requirement::id).toList();
        outcomes = outcomes.stream()
                .sorted(Comparator.<Outcome>comparingInt(
                                outcome -> order.indexOf(outcome.requirement().id()))
                        .thenComparing(Outcome::revision, Comparator.reverseOrder()))
                .toList();
        untested = List.copyOf(untested);
        called = List.copyOf(called);
    }

    /** One headline per judged revision, newest first. */
    public List<Headline> headlines() {
        return facts.dialects().stream()
                .map(dialect -> Headline.of(dialect.revision(), outcomes))
                .toList();
    }

    /** The outcomes with a verdict. */
    public List<Outcome> with(Verdict verdict) {
        return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).toList();
    }

    /** What clients do about a requirement that is broken. */
    public List<Breakage> breakagesOf(Outcome outcome) {
        return catalogue.breakagesOf(outcome.requirement().id());
    }
}
