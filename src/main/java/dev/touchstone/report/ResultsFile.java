package dev.touchstone.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.catalogue.Untested;
import dev.touchstone.verdict.CalledTool;
import dev.touchstone.verdict.Gate;
import dev.touchstone.verdict.Headline;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import dev.touchstone.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Writes {@code results.json}, the result for machines; its schema is {@code suites/schema/results.json}. The last
 * member says that the file is complete, so that a run cut short cannot be taken for a short run.
 */
public final class ResultsFile {
    /** The name of the file in a run's folder. */
    public static final String NAME = "results.json";

    /** The version of the file's form; a change that breaks readers raises it. */
    static final int SCHEMA_VERSION = 1;

    private ResultsFile() {}

    /** Writes the file into the folder of a run. */
    public static void write(RunResult result, Gate.Decision decision, Path folder) throws IOException {
        JsonFile.write(folder.resolve(NAME), of(result, decision));
    }

    /** The file as a value. */
    static ObjectNode of(RunResult result, Gate.Decision decision) {
        ObjectNode root = Json.object().put("schemaVersion", SCHEMA_VERSION);
        root.putObject("suite").put("name", "Touchstone").put("version", result.suiteVersion());
        root.putObject("target").put("url", result.target().shown()).set("serverInfo", serverInfo(result));
        ArrayNode called = root.putObject("run")
                .put("started", result.started().toString())
                .put("seconds", seconds(result.took()))
                .put("requests", result.transcript().requests())
                .putArray("toolsCalled");
        result.called().forEach(tool -> called.add(called(tool)));
        ArrayNode revisions = root.putArray("revisions");
        result.headlines().forEach(headline -> revisions.add(revision(headline)));
        ArrayNode outcomes = root.putArray("outcomes");
        result.outcomes().forEach(outcome -> outcomes.add(outcome(outcome)));
        ArrayNode untested = root.putArray("untested");
        result.untested().forEach(requirement -> untested.add(untested(requirement)));
        ArrayNode reasons =
                root.putObject("decision").put("passed", decision.passed()).putArray("reasons");
        decision.reasons().forEach(reasons::add);
        return root.put("complete", true);
    }

    private static JsonNode serverInfo(RunResult result) {
        JsonNode info = result.facts().serverInfo();
        return info.isMissingNode() ? Json.object().nullNode() : info;
    }

    private static ObjectNode called(CalledTool tool) {
        return Json.object()
                .put("name", tool.name())
                .put("times", tool.times())
                .put("consent", tool.grant().words());
    }

    private static ObjectNode revision(Headline headline) {
        ObjectNode node = Json.object()
                .put("revision", headline.revision().id())
                .put("transport", headline.revision().transport().id())
                .put("headline", headline.words());
        ObjectNode counts = node.putObject("counts");
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict.name(), headline.count(verdict));
        }
        return node;
    }

    private static ObjectNode outcome(Outcome outcome) {
        ObjectNode node = Json.object()
                .put("requirement", outcome.requirement().id())
                .put("area", outcome.requirement().area())
                .put("level", outcome.level().words())
                .put("revision", outcome.revision().id())
                .put("transport", outcome.revision().transport().id())
                .put("verdict", outcome.verdict().name())
                .put("expected", outcome.expected())
                .put("seen", outcome.seen())
                .put("reason", outcome.reason())
                .put("clause", outcome.clause().toString());
        ArrayNode exchanges = node.putArray("exchanges");
        outcome.exchanges().forEach(exchanges::add);
        return node.put("seconds", seconds(outcome.took()));
    }

    private static ObjectNode untested(Requirement requirement) {
        Untested why = requirement.untested().orElseThrow();
        return Json.object()
                .put("requirement", requirement.id())
                .put("reason", why.reason().name())
                .put("text", why.text())
                .put("into", why.into().orElse(null));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
