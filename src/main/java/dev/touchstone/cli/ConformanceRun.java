package dev.touchstone.cli;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.client.Http;
import dev.touchstone.junit.CheckRunner;
import dev.touchstone.junit.Outcomes;
import dev.touchstone.junit.Permits;
import dev.touchstone.junit.RunContext;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.preflight.Preflight;
import dev.touchstone.preflight.ServerFacts;
import dev.touchstone.preflight.Unusable;
import dev.touchstone.verdict.CalledTool;
import dev.touchstone.verdict.Judge;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import dev.touchstone.wire.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** One run against one target: preflight, checks, result. */
final class ConformanceRun {
    private final Settings settings;
    private final Catalogue catalogue;

    ConformanceRun(Settings settings, Catalogue catalogue) {
        this.settings = settings;
        this.catalogue = catalogue;
    }

    /** Judges the target; the listener is made when it is known how many outcomes to expect. */
    RunResult judge(Function<Integer, Consumer<Outcome>> listener) {
        Instant started = Instant.now();
        Transcript transcript = new Transcript();
        try (Http http = new Http(settings.target(), transcript, settings.limits(), settings.tls())) {
            ServerFacts facts = new Preflight(settings.target(), http, catalogue, settings.revisions()).run();
            Permits permits = new Permits(settings.consent());
            Outcomes outcomes = new Outcomes(listener.apply(due(facts)));
            facts.closed().ifPresent(diagnosis -> undecided(facts, diagnosis).forEach(outcomes::add));
            CheckRunner.run(
                    new RunContext(catalogue, settings.target(), http, facts, selection(facts), permits, outcomes),
                    settings.parallel());
            Duration took = Duration.between(started, Instant.now());
            return new RunResult(
                    Version.ofSuite(),
                    settings.target(),
                    facts,
                    catalogue,
                    outcomes.all(),
                    untested(facts),
                    CalledTool.in(transcript, permits.granted()),
                    transcript,
                    started,
                    took);
        }
    }

    /** Of a server that lets nobody in only what it shows to strangers is judged. */
    private Predicate<Requirement> selection(ServerFacts facts) {
        return facts.closed().isEmpty()
                ? settings.selection()
                : settings.selection().and(Requirement::shownToStrangers);
    }

    /**
     * What cannot be decided at a closed door: of a whole run that which everything else stands on, so that one cause is
     * told once, and of a selection without that all else.
     *
     * @throws Unusable if that is everything
     */
    private List<Outcome> undecided(ServerFacts facts, String diagnosis) {
        List<Outcome> undecided = new ArrayList<>();
        for (Dialect dialect : facts.dialects()) {
            Revision revision = dialect.revision();
            List<Requirement> due = catalogue.requirements().stream()
                    .filter(requirement -> requirement.tested() && requirement.appliesTo(revision))
                    .filter(settings.selection())
                    .toList();
            if (due.stream().noneMatch(Requirement::shownToStrangers)) {
                throw new Unusable(diagnosis);
            }
            Requirement opening = catalogue.get(Judge.opening(revision));
            due.stream()
                    .filter(requirement -> !requirement.shownToStrangers())
                    .filter(requirement -> requirement.equals(opening) || !due.contains(opening))
                    .forEach(requirement ->
                            undecided.add(new Judge(requirement, revision).aside(Verdict.INCONCLUSIVE, diagnosis)));
        }
        return undecided;
    }

    private int due(ServerFacts facts) {
        long due = 0;
        for (Dialect dialect : facts.dialects()) {
            due += selected(facts, dialect).stream().filter(Requirement::tested).count();
        }
        return (int) due;
    }

    private List<Requirement> untested(ServerFacts facts) {
        return catalogue.requirements().stream()
                .filter(requirement -> !requirement.tested() && selection(facts).test(requirement))
                .filter(requirement ->
                        facts.dialects().stream().anyMatch(dialect -> requirement.appliesTo(dialect.revision())))
                .toList();
    }

    private List<Requirement> selected(ServerFacts facts, Dialect dialect) {
        return catalogue.requirements().stream()
                .filter(requirement -> requirement.appliesTo(dialect.revision()))
                .filter(selection(facts))
                .toList();
    }
}
