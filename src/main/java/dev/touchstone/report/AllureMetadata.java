package dev.touchstone.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.verdict.Headline;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Writes what Allure shows beside the results: categories, the environment, and the CI job. */
final class AllureMetadata {
    private AllureMetadata() {}

    static void write(RunResult run, Path results, Map<String, String> environment) throws IOException {
        JsonFile.write(results.resolve("categories.json"), categories());
        environment(run, results.resolve("environment.properties"));
        ObjectNode executor = Executor.of(environment);
        if (!executor.isEmpty()) {
            JsonFile.write(results.resolve("executor.json"), executor);
        }
    }

    private static ArrayNode categories() {
        ArrayNode categories = Json.object().arrayNode();
        for (AllureStatus status : AllureStatus.values()) {
            if (status != AllureStatus.PASSED) {
                ObjectNode category = categories.addObject().put("name", status.title());
                category.putArray("matchedStatuses").add(status.statusName());
                category.put("messageRegex", "(?s)" + status.title() + ":.*");
            }
        }
        return categories;
    }

    private static void environment(RunResult run, Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("Target", run.target().shown());
        properties.setProperty("Server", Names.server(run));
        properties.setProperty(
                "Revisions",
                run.headlines().stream()
                        .map(Headline::revision)
                        .map(revision ->
                                revision + " over " + revision.transport().title())
                        .collect(Collectors.joining(", ")));
        run.headlines().forEach(headline -> properties.setProperty("MCP " + headline.revision(), headline.words()));
        properties.setProperty("Suite", "Touchstone " + run.suiteVersion());
        properties.setProperty("Requests", String.valueOf(run.transcript().requests()));
        AtomicFile.write(file, out -> properties.store(out, null));
    }
}
