package dev.touchstone.cli;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.client.Http;
import dev.touchstone.junit.CheckRunner;
import dev.touchstone.junit.Outcomes;
import dev.touchstone.junit.Permits;
import dev.touchstone.junit.RunContext;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.preflight.Preflight;
import dev.touchstone.preflight.ServerFacts;
import dev.touchstone.verdict.CalledTool;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.wire.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

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
            CheckRunner.run(
                    new RunContext(catalogue, settings.target(), http, facts, settings.selection(), permits, outcomes),
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

    private int due(ServerFacts facts) {
        long due = 0;
        for (Dialect dialect : facts.dialects()) {
            due += selected(dialect).stream().filter(Requirement::tested).count();
        }
        return (int) due;
    }

    private List<Requirement> untested(ServerFacts facts) {
        return catalogue.requirements().stream()
                .filter(requirement ->
                        !requirement.tested() && settings.selection().test(requirement))
                .filter(requirement ->
                        facts.dialects().stream().anyMatch(dialect -> requirement.appliesTo(dialect.revision())))
                .toList();
    }

    private List<Requirement> selected(Dialect dialect) {
        return catalogue.requirements().stream()
                .filter(requirement -> requirement.appliesTo(dialect.revision()))
                .filter(settings.selection())
                .toList();
    }
}
