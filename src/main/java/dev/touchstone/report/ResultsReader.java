package dev.touchstone.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.verdict.Verdict;
import dev.touchstone.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the verdicts back from a {@code results.json}, to compare a run with an earlier one. */
public final class ResultsReader {
    private ResultsReader() {}

    /**
     * The verdicts by {@code requirement@revision}.
     *
     * @throws IOException if the file cannot be read, was cut short, or is no result; the message says which
     */
    public static SortedMap<String, Verdict> verdicts(Path file) throws IOException {
        JsonNode root = complete(file);
        SortedMap<String, Verdict> verdicts = new TreeMap<>();
        for (JsonNode outcome : root.path("outcomes")) {
            String key = outcome.path("requirement").asText() + "@"
                    + outcome.path("revision").asText();
            if (verdicts.put(key, verdict(file, outcome)) != null) {
                throw new IOException(file + " has two outcomes for " + key);
            }
        }
        return verdicts;
    }

    private static JsonNode complete(Path file) throws IOException {
        Optional<JsonNode> root = Json.parse(Files.readAllBytes(file));
        if (root.isEmpty()) {
            throw new IOException(file + " is no JSON: the run that wrote it was cut short, or it is another file");
        }
        JsonNode version = root.get().path("schemaVersion");
        if (version.asInt() != ResultsFile.SCHEMA_VERSION) {
            throw new IOException(file + " is no result of schema version " + ResultsFile.SCHEMA_VERSION
                    + (version.isMissingNode() ? "" : " but of " + version));
        } else if (!root.get().path("complete").asBoolean()) {
            throw new IOException(file + " is incomplete: its run was cut short, so its verdicts prove nothing");
        }
        return root.get();
    }

    private static Verdict verdict(Path file, JsonNode outcome) throws IOException {
        String name = outcome.path("verdict").asText();
        try {
            return Verdict.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " has an unknown verdict '" + name + "'", e);
        }
    }
}
