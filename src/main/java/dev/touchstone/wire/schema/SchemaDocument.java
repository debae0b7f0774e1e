package dev.touchstone.wire.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Received;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A file of {@code suites/schema}, with an entry added for each whole message: its envelope and what its method adds. */
final class SchemaDocument {
    /** The entry for an array of messages. */
    static final String BATCH = "batch";

    private static final String ENTRIES = "entries";
    private static final Map<Received.Kind, String> ENVELOPES = Map.of(
            Received.Kind.RESULT, "ResultResponse",
            Received.Kind.ERROR, "ErrorResponse",
            Received.Kind.REQUEST, "Request",
            Received.Kind.NOTIFICATION, "Notification");
    private static final Map<Received.Kind, String> CHAPTERS = Map.of(
            Received.Kind.RESULT, "results",
            Received.Kind.REQUEST, "requests",
            Received.Kind.NOTIFICATION, "notifications");

    private final ObjectNode root;

    /** Who sends a message. */
    enum Side {
        SERVER,
        CLIENT;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private SchemaDocument(ObjectNode root) {
        this.root = root;
        ObjectNode entries = root.putObject(ENTRIES);
        if (hasBatches()) {
            entries.putObject(BATCH).put("$ref", "#/$defs/Batch");
        }
        for (Side side : Side.values()) {
            ENVELOPES.forEach((kind, envelope) -> addEntries(entries, side, kind, "#/$defs/" + envelope));
        }
    }

    static Optional<SchemaDocument> read(String revision) {
        try (InputStream in = SchemaDocument.class.getResourceAsStream("/suites/schema/" + revision + ".json")) {
            return in == null
                    ? Optional.empty()
                    : Json.parse(in.readAllBytes()).map(json -> new SchemaDocument((ObjectNode) json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addEntries(ObjectNode entries, Side side, Received.Kind kind, String envelope) {
        entries.putObject(name(side, kind, "")).put("$ref", envelope);
        String chapter = CHAPTERS.getOrDefault(kind, "");
        for (String method : names(root.path(side.word()).path(chapter))) {
            String place = "#/" + side.word() + "/" + chapter + "/" + method.replace("/", "~1");
            ObjectNode entry = entries.putObject(name(side, kind, method)).put("$ref", envelope);
            ObjectNode added = entry.putArray("allOf").addObject();
            (kind == Received.Kind.RESULT ? added.withObject("/properties/result") : added).put("$ref", place);
        }
    }

    private static String name(Side side, Received.Kind kind, String method) {
        return side.word() + " " + kind.name().toLowerCase(Locale.ROOT) + " " + method;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    JsonNode root() {
        return root;
    }

    String text() {
        return Json.write(root);
    }

    boolean hasBatches() {
        return root.path("$defs").has("Batch");
    }

    /** The entry of a method, or of the envelope alone where the method is not known. */
    String entry(Side side, Received.Kind kind, String method) {
        String specific = name(side, kind, method);
        return root.path(ENTRIES).has(specific) ? specific : name(side, kind, "");
    }

    /** Where an entry is in the document. */
    static String fragment(String entry) {
        return "#/" + ENTRIES + "/" + entry.replace("~", "~0").replace("/", "~1");
    }

    Set<String> requirements() {
        return Set.copyOf(root.findValuesAsText(EvaluationPath.REQUIREMENT));
    }

    Set<String> methods() {
        Set<String> methods = new HashSet<>();
        for (Side side : Side.values()) {
            methods.addAll(names(root.path(side.word()).path("requests")));
            methods.addAll(names(root.path(side.word()).path("notifications")));
            methods.addAll(names(root.path(side.word()).path("inputRequests")));
        }
        return methods;
    }
}
