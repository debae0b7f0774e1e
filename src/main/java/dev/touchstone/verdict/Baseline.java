package dev.touchstone.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Violations that the user knows of and accepts for now, each with a reason.
 *
 * @param entries the accepted violations
 */
public record Baseline(List<Entry> entries) {
    /** Accepts nothing. */
    public static final Baseline EMPTY = new Baseline(List.of());

    private static final List<String> MEMBERS = List.of("requirement", "revision", "reason");

    /**
     * An accepted violation.
     *
     * @param requirement the id
     * @param revision the revision, or {@code *} for all
     * @param reason why it is accepted
     */
    public record Entry(String requirement, String revision, String reason) {
        boolean covers(Outcome outcome) {
            return outcome.requirement().id().equals(requirement)
                    && (revision.equals("*")
                            || revision.equals(outcome.revision().id()));
        }
    }

    /** Copies the entries. */
    public Baseline {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a YAML or JSON file of the form {@code violations: [{requirement: ID, revision: DATE, reason: TEXT}]}.
     *
     * @throws IOException if it cannot be read or an entry lacks its requirement or reason
     */
    public static Baseline read(Path file) throws IOException {
        JsonNode root = new ObjectMapper(new YAMLFactory()).readTree(Files.readAllBytes(file));
        if (!root.path("violations").isArray() || root.size() != 1) {
            throw new IOException("it has to have one member, 'violations', with a list");
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode node : root.path("violations")) {
            entries.add(entry(node, entries.size() + 1));
        }
        return new Baseline(entries);
    }

    private static Entry entry(JsonNode node, int number) throws IOException {
        for (var member : node.properties()) {
            if (!MEMBERS.contains(member.getKey())) {
                throw new IOException("entry " + number + " has '" + member.getKey() + "', known are " + MEMBERS);
            }
        }
        Entry entry = new Entry(
                node.path("requirement").asText(),
                node.path("revision").asText("*"),
                node.path("reason").asText());
        if (entry.requirement().isBlank() || entry.reason().isBlank()) {
            throw new IOException("entry " + number + " lacks its requirement or its reason");
        }
        return entry;
    }

    /** Whether an outcome is an accepted violation. */
    public boolean accepts(Outcome outcome) {
        return entries.stream().anyMatch(entry -> entry.covers(outcome));
    }

    /** The entries that no longer describe a violation of this run. */
    public List<Entry> stale(List<Outcome> outcomes) {
        return entries.stream()
                .filter(entry -> outcomes.stream().anyMatch(entry::covers))
                .filter(entry -> outcomes.stream()
                        .noneMatch(outcome -> outcome.verdict() == Verdict.FAIL && entry.covers(outcome)))
                .toList();
    }
}
