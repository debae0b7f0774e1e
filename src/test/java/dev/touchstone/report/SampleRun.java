package dev.touchstone.report;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.preflight.ServerFacts;
import dev.touchstone.target.Credentials;
import dev.touchstone.target.Grant;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Baseline;
import dev.touchstone.verdict.CalledTool;
import dev.touchstone.verdict.Gate;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import dev.touchstone.wire.Header;
import dev.touchstone.wire.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs made by hand from the real catalogue, so that every report can be looked at without a server. One outcome for
 * each requirement with a check of two revisions; every verdict occurs; what the server says of itself is hostile.
 */
final class SampleRun {
    /** A credential that no file may contain. */
    static final String CANARY = "canary-7f3e9a-do-not-print";

    /** What a server may call itself: markup, escape sequences, bidi and control characters, half a surrogate pair. */
    static final String HOSTILE = "<script>alert(1)</script> \u001b[31mred\u001b[0m"
            + " \u202Egnp.exe\u202C ]]> \u0000\u0007\uD800 `|*_ ${TOKEN} &amp; \"'"
            + "<img src=x onerror=document.title='pwned'>";

    /** The violation that the reports are judged by. */
    static final String VIOLATED = "transport.get.405-when-no-stream";

    private static final List<String> REVISIONS = List.of("2025-11-25", "2025-03-26");

    private final Catalogue catalogue = Catalogue.load();
    private final Target target = new Target(
            URI.create("http://localhost:3001/mcp"),
            new Credentials(List.of(new Header("Authorization", "Bearer " + CANARY))));
    private final SampleExchanges exchanges = new SampleExchanges(target, CANARY);
    private final List<Outcome> outcomes = new ArrayList<>();

    private SampleRun() {}

    /** A run with every verdict but ERROR: violations, warnings, and what could not be judged. */
    static RunResult mixed() {
        SampleRun run = new SampleRun();
        run.everything(run::mixed);
        return run.result();
    }

    /** The mixed run with a fault of the suite. */
    static RunResult faulty() {
        SampleRun run = new SampleRun();
        run.everything((requirement, revision) -> requirement.id().equals("lifecycle.version.echo-supported")
                ? run.aside(
                        requirement,
                        revision,
                        Verdict.ERROR,
                        "NullPointerException: " + HOSTILE + " (dev.touchstone.checks.lifecycle.Version.java:12)")
                : run.mixed(requirement, revision));
        return run.result();
    }

    /** A run in which everything passed. */
    static RunResult conformant() {
        SampleRun run = new SampleRun();
        run.everything(run::passed);
        return run.result();
    }

    /** A run in which nothing could be decided. */
    static RunResult undecided() {
        SampleRun run = new SampleRun();
        run.everything((requirement, revision) -> run.aside(
                requirement,
                revision,
                Verdict.INCONCLUSIVE,
                "blocked by lifecycle.initialize.result: POST: the connection was refused"));
        return run.result();
    }

    /** A baseline that accepts one of the mixed run's violations. */
    static Baseline baseline() {
        return new Baseline(List.of(new Baseline.Entry(VIOLATED, "2025-03-26", "the gateway is replaced in spring")));
    }

    /** What the default gate says of a run. */
    static Gate.Decision decision(RunResult result) {
        return new Gate(Set.of(Verdict.FAIL), Baseline.EMPTY).decide(result);
    }

    private interface Judging {
        Outcome judge(Requirement requirement, Revision revision);
    }

    private void everything(Judging judging) {
        for (Requirement requirement : catalogue.requirements()) {
            revisions()
                    .filter(requirement::appliesTo)
                    .filter(revision -> requirement.tested())
                    .forEach(revision -> outcomes.add(judging.judge(requirement, revision)));
        }
    }

    private Stream<Revision> revisions() {
        return REVISIONS.stream().map(id -> catalogue.revision(id).orElseThrow());
    }

    private Outcome mixed(Requirement requirement, Revision revision) {
        return switch (requirement.id()) {
            case VIOLATED ->
                found(
                        requirement,
                        revision,
                        Verdict.FAIL,
                        "405",
                        "404 text/html",
                        exchanges.notFound(),
                        exchanges.json());
            case "lifecycle.initialize.server-info" ->
                found(
                        requirement,
                        revision,
                        Verdict.FAIL,
                        "serverInfo.name and serverInfo.version are strings",
                        "serverInfo.name is " + HOSTILE,
                        exchanges.hostile());
            case "session.missing-id.400" ->
                found(requirement, revision, Verdict.WARN, "400", "200 application/json", exchanges.json());
            case "transport.sse.priming-event" ->
                found(
                        requirement,
                        revision,
                        Verdict.WARN,
                        "a first event with an id and empty data",
                        "the first event has data",
                        exchanges.stream());
            case "discovery.register.absent-survivable" ->
                found(
                        requirement,
                        revision,
                        Verdict.INTEROP,
                        "404 or a JSON error",
                        "an HTML page with status 500",
                        exchanges.binary());
            case "lifecycle.version.counter-offer" ->
                aside(
                        requirement,
                        revision,
                        Verdict.INCONCLUSIVE,
                        "the check was not done in time: no answer within 10 s",
                        exchanges.noAnswer());
            case "session.terminated.404" ->
                aside(
                        requirement,
                        revision,
                        Verdict.INCONCLUSIVE,
                        "blocked by session.delete.takes-effect: the session could not be ended");
            case "transport.get.headers-without-waiting" ->
                aside(
                        requirement,
                        revision,
                        Verdict.NOT_APPLICABLE,
                        "no GET stream is offered (exchange 3: GET answered 404 text/html)",
                        exchanges.notFound());
            default -> passed(requirement, revision);
        };
    }

    private Outcome passed(Requirement requirement, Revision revision) {
        int exchange = requirement.id().startsWith("transport.sse") ? exchanges.stream() : exchanges.json();
        return found(requirement, revision, Verdict.PASS, requirement.expected(), "status 200; a result", exchange);
    }

    private Outcome found(
            Requirement requirement,
            Revision revision,
            Verdict verdict,
            String expected,
            String seen,
            Integer... numbers) {
        return new Outcome(requirement, revision, verdict, expected, seen, "", List.of(numbers), Duration.ofMillis(42));
    }

    private Outcome aside(
            Requirement requirement, Revision revision, Verdict verdict, String reason, Integer... numbers) {
        return new Outcome(
                requirement, revision, verdict, requirement.expected(), "", reason, List.of(numbers), Duration.ZERO);
    }

    private RunResult result() {
        return new RunResult(
                "1.0.0-test",
                target,
                facts(),
                catalogue,
                outcomes,
                untested(),
                List.of(new CalledTool("echo", 2, Grant.READ_ONLY)),
                exchanges.transcript(),
                Instant.parse("2026-01-31T12:34:56.789Z"),
                Duration.ofMillis(4321));
    }

    private List<Requirement> untested() {
        return catalogue.requirements().stream()
                .filter(requirement -> !requirement.tested() && revisions().anyMatch(requirement::appliesTo))
                .toList();
    }

    private ServerFacts facts() {
        var initialize = Json.object();
        initialize.putObject("serverInfo").put("name", HOSTILE).put("version", "1.2.3");
        initialize.putObject("capabilities").putObject("tools");
        List<Dialect> dialects = revisions()
                .map(revision -> new Dialect(revision, initialize, Map.of("session-id", Dialect.Feature.yes("it is"))))
                .toList();
        return new ServerFacts(
                initialize.get("serverInfo"), dialects, dialects, false, false, List.of("It says " + HOSTILE));
    }
}
