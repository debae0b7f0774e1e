package dev.touchstone.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.verdict.Baseline;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import dev.touchstone.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes {@code report.sarif} (SARIF 2.1.0): a rule per requirement, a result per finding. Violations that the baseline
 * accepts are results with a suppression.
 */
public final class SarifFile {
    /** The name of the file in a run's folder. */
    public static final String NAME = "report.sarif";

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final RunResult result;
    private final Baseline baseline;
    private final List<Requirement> rules;

    private SarifFile(RunResult result, Baseline baseline) {
        this.result = result;
        this.baseline = baseline;
        this.rules = new ArrayList<>(
                result.outcomes().stream().map(Outcome::requirement).distinct().toList());
    }

    /** Writes the file into the folder of a run. */
    public static void write(RunResult result, Baseline baseline, Path folder) throws IOException {
        JsonFile.write(folder.resolve(NAME), new SarifFile(result, baseline).log());
    }

    private ObjectNode log() {
        ObjectNode log = Json.object().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Touchstone").put("version", result.suiteVersion());
        ArrayNode described = driver.putArray("rules");
        rules.forEach(requirement -> described.add(rule(requirement)));
        run.putArray("invocations").add(invocation());
        ArrayNode findings = run.putArray("results");
        result.outcomes().stream().filter(SarifFile::isFinding).forEach(outcome -> findings.add(finding(outcome)));
        return log;
    }

    private ObjectNode rule(Requirement requirement) {
        Revision newest = revisionsOf(requirement).findFirst().orElseThrow();
        ObjectNode rule = Json.object().put("id", requirement.id());
        rule.putObject("shortDescription").put("text", requirement.title());
        rule.putObject("fullDescription").put("text", requirement.statement());
        rule.putObject("help").put("text", help(requirement));
        rule.put("helpUri", requirement.clauseIn(newest).toString());
        rule.putObject("defaultConfiguration")
                .put(
                        "level",
                        switch (requirement.levelIn(newest)) {
                            case MUST, MUST_NOT -> requirement.bindingIn(newest) ? "error" : "warning";
                            case SHOULD, SHOULD_NOT -> "warning";
                            case MAY, INTEROP -> "note";
                        });
        rule.putObject("properties")
                .put("area", requirement.area())
                .put("level", requirement.levelIn(newest).words())
                .putArray("tags")
                .add("mcp")
                .add(requirement.area());
        return rule;
    }

    private static String help(Requirement requirement) {
        return Stream.of("Expected: " + requirement.expected(), requirement.why(), requirement.hint())
                .filter(text -> !text.isBlank())
                .reduce((first, second) -> first + "\n" + second)
                .orElseThrow();
    }

    private Stream<Revision> revisionsOf(Requirement requirement) {
        return result.outcomes().stream()
                .filter(outcome -> outcome.requirement().equals(requirement))
                .map(Outcome::revision);
    }

    private ObjectNode invocation() {
        List<Outcome> faults = result.with(Verdict.ERROR);
        ObjectNode invocation = Json.object()
                .put("executionSuccessful", faults.isEmpty())
                .put("startTimeUtc", result.started().toString())
                .put("endTimeUtc", result.started().plus(result.took()).toString());
        ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
        for (Outcome fault : faults) {
            ObjectNode notification = notifications.addObject().put("level", "error");
            notification.putObject("message").put("text", Wording.of(fault));
            notification
                    .putObject("associatedRule")
                    .put("id", fault.requirement().id())
                    .put("index", rules.indexOf(fault.requirement()));
        }
        return invocation;
    }

    private ObjectNode finding(Outcome outcome) {
        ObjectNode finding = Json.object()
                .put("ruleId", outcome.requirement().id())
                .put("ruleIndex", rules.indexOf(outcome.requirement()))
                .put("kind", "fail")
                .put("level", level(outcome.verdict()));
        finding.putObject("message").put("text", Wording.of(outcome));
        finding.putArray("locations").add(location(outcome));
        finding.putObject("partialFingerprints").put("requirementAndRevision/v1", Digests.md5(outcome.key()));
        ArrayNode suppressions = finding.putArray("suppressions");
        baseline.entries().stream()
                .filter(entry -> new Baseline(List.of(entry)).accepts(outcome))
                .forEach(entry ->
                        suppressions.addObject().put("kind", "external").put("justification", entry.reason()));
        return finding;
    }

    private ObjectNode location(Outcome outcome) {
        ObjectNode location = Json.object();
        location.putObject("physicalLocation")
                .putObject("artifactLocation")
                .put("uri", result.target().shown());
        location.putArray("logicalLocations")
                .addObject()
                .put("name", outcome.requirement().id())
                .put(
                        "fullyQualifiedName",
                        "MCP " + outcome.revision() + "/"
                                + outcome.requirement().id())
                .put("kind", "resource");
        return location;
    }

    private static String level(Verdict verdict) {
        return switch (verdict) {
            case FAIL -> "error";
            case WARN -> "warning";
            default -> "note";
        };
    }

    private static boolean isFinding(Outcome outcome) {
        return switch (outcome.verdict()) {
            case FAIL, WARN, INTEROP -> true;
            case ERROR, INCONCLUSIVE, PASS, NOT_APPLICABLE -> false;
        };
    }
}
