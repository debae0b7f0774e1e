package dev.touchstone.report;

import dev.touchstone.catalogue.Requirement;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.verdict.Baseline;
import dev.touchstone.verdict.Headline;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Writes {@code junit.xml} for CI systems: a suite per revision, a case per requirement. Only a violation is a failure;
 * what was not judged is skipped, and says whether it does not apply, could not be decided or has no check. A violation
 * that the baseline accepts is skipped too, since CI systems turn a build unstable on any failure in this file.
 */
public final class JUnitXml {
    /** The name of the file in a run's folder. */
    public static final String NAME = "junit.xml";

    private final RunResult result;
    private final Baseline baseline;
    private final Xml xml;

    private JUnitXml(RunResult result, Baseline baseline, Xml xml) {
        this.result = result;
        this.baseline = baseline;
        this.xml = xml;
    }

    /** Writes the file into the folder of a run. */
    public static void write(RunResult result, Baseline baseline, Path folder) throws IOException {
        Xml xml = new Xml();
        new JUnitXml(result, baseline, xml).suites();
        AtomicFile.write(folder.resolve(NAME), xml.text());
    }

    private void suites() {
        xml.open("testsuites", "name", "MCP conformance of " + result.target().shown(), "time", time(result.took()));
        result.headlines().forEach(this::suite);
        xml.close();
    }

    private void suite(Headline headline) {
        List<Outcome> outcomes = result.outcomes().stream()
                .filter(outcome -> outcome.revision().equals(headline.revision()))
                .toList();
        List<Requirement> untested = result.untested().stream()
                .filter(requirement -> requirement.appliesTo(headline.revision()))
                .toList();
        long skipped = outcomes.stream().filter(this::isSkipped).count() + untested.size();
        xml.open(
                "testsuite",
                "name",
                "MCP " + headline.revision(),
                "tests",
                String.valueOf(outcomes.size() + untested.size()),
                "failures",
                String.valueOf(outcomes.stream().filter(this::fails).count()),
                "errors",
                String.valueOf(headline.count(Verdict.ERROR)),
                "skipped",
                String.valueOf(skipped),
                "time",
                time(outcomes.stream().map(Outcome::took).reduce(Duration.ZERO, Duration::plus)),
                "timestamp",
                result.started().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""));
        properties(headline);
        outcomes.forEach(this::testcase);
        untested.forEach(requirement -> untested(requirement, headline.revision()));
        xml.close();
    }

    private void properties(Headline headline) {
        xml.open("properties");
        property("target", result.target().shown());
        property("server", Names.server(result));
        property("suite.version", result.suiteVersion());
        property("headline", headline.words());
        xml.close();
    }

    private void property(String name, String value) {
        xml.open("property", "name", name, "value", value).close();
    }

    private void testcase(Outcome outcome) {
        open(outcome.requirement(), outcome.revision(), time(outcome.took()));
        switch (outcome.verdict()) {
            case FAIL -> violation(outcome);
            case ERROR ->
                xml.open("error", "message", "fault of the suite: " + outcome.reason())
                        .text(Wording.of(outcome))
                        .close();
            case INCONCLUSIVE -> skipped("INCONCLUSIVE, could not be decided: " + outcome.reason());
            case NOT_APPLICABLE -> skipped("not applicable: " + outcome.reason());
            case WARN, INTEROP ->
                xml.open("system-out").text(Wording.of(outcome)).close();
            case PASS -> {}
        }
        xml.close();
    }

    private void violation(Outcome outcome) {
        if (fails(outcome)) {
            xml.open("failure", "type", outcome.level().words(), "message", difference(outcome));
            xml.text(Wording.of(outcome)).close();
        } else {
            skipped("FAIL, accepted by the baseline. " + difference(outcome));
        }
    }

    private static String difference(Outcome outcome) {
        return "Expected: " + outcome.expected() + ". Seen: " + outcome.seen();
    }

    private void untested(Requirement requirement, Revision revision) {
        open(requirement, revision, "0.000");
        skipped("not tested: " + Wording.whyUntested(requirement));
        xml.close();
    }

    private void open(Requirement requirement, Revision revision, String time) {
        String level = requirement.levelIn(revision).words();
        xml.open(
                "testcase",
                "name",
                requirement.id() + " " + level + " " + requirement.title(),
                "classname",
                "MCP " + revision + "." + requirement.area(),
                "time",
                time);
    }

    private void skipped(String message) {
        xml.open("skipped", "message", message).close();
    }

    private boolean fails(Outcome outcome) {
        return outcome.verdict() == Verdict.FAIL && !baseline.accepts(outcome);
    }

    private boolean isSkipped(Outcome outcome) {
        return switch (outcome.verdict()) {
            case INCONCLUSIVE, NOT_APPLICABLE -> true;
            case FAIL -> !fails(outcome);
            case ERROR, WARN, INTEROP, PASS -> false;
        };
    }

    private static String time(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }
}
