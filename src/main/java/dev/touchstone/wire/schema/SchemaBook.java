package dev.touchstone.wire.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.resource.DisallowSchemaLoader;
import dev.touchstone.wire.Received;
import dev.touchstone.wire.Shown;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of the messages of one revision, from {@code suites/schema}. What is wrong in a message belongs to the
 * requirement that the schema names at that place. Schemas are compiled once; nothing is ever fetched.
 */
public final class SchemaBook {
    /** The requirement for everything that has no requirement of its own. */
    public static final String REST = "schema.messages.valid";

    /** Of a message with more values than these, lists are judged by their first items only. */
    public static final int MOST_VALUES = 20_000;

    private static final Map<String, Optional<SchemaBook>> BOOKS = new ConcurrentHashMap<>();

    private final SchemaDocument document;
    private final String uri;
    private final JsonSchemaFactory factory;
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    private SchemaBook(String revision, SchemaDocument document) {
        this.document = document;
        this.uri = "urn:touchstone:" + revision;
        String text = document.text();
        this.factory = JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder -> builder.schemaLoaders(
                        loaders -> loaders.schemas(Map.of(uri, text)).add(DisallowSchemaLoader.getInstance())));
    }

    /** The schemas of a revision, if there are any. */
    public static Optional<SchemaBook> find(String revision) {
        return BOOKS.computeIfAbsent(
                revision, id -> SchemaDocument.read(id).map(document -> new SchemaBook(id, document)));
    }

    /**
     * The schemas of a revision.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static SchemaBook of(String revision) {
        return find(revision).orElseThrow(() -> new IllegalArgumentException("no schemas of " + revision));
    }

    /**
     * What is wrong in a message of a server.
     *
     * @param kind what the message is; of those that are nothing in particular, nothing is said
     * @param method its method or, for a response, the method that it answers; anything when that is not known
     * @param message the whole message
     */
    public List<Violation> violations(Received.Kind kind, String method, JsonNode message) {
        return violations(SchemaDocument.Side.SERVER, kind, method, message);
    }

    /**
     * What is wrong in a message that we are about to send.
     *
     * @param message a request or a notification, or a response to the server
     * @param answering the method that a response answers, anything for others
     */
    public List<Violation> ours(JsonNode message, String answering) {
        Received.Kind kind = Received.kindOf(message);
        if (kind == Received.Kind.UNKNOWN) {
            return List.of(new Violation("", "one message of JSON-RPC", Shown.of(message), REST));
        }
        String method = message.has("method") ? message.path("method").asText() : answering;
        return ours(kind, method, message);
    }

    List<Violation> ours(Received.Kind kind, String method, JsonNode message) {
        return violations(SchemaDocument.Side.CLIENT, kind, method, message);
    }

    /** Whether messages may be sent together, in an array. */
    public boolean hasBatches() {
        return document.hasBatches();
    }

    /**
     * What is wrong in an array of messages of a server, apart from what its methods ask for.
     *
     * @throws IllegalStateException if this revision has no batches
     */
    public List<Violation> batchViolations(JsonNode batch) {
        if (!hasBatches()) {
            throw new IllegalStateException("no batches in " + uri);
        }
        return violations(SchemaDocument.BATCH, batch);
    }

    /** The requirements that its schemas name. */
    public Set<String> requirements() {
        return document.requirements();
    }

    /** The methods of all requests and notifications that its schemas describe, of those inside results, too. */
    Set<String> methods() {
        return document.methods();
    }

    private List<Violation> violations(SchemaDocument.Side side, Received.Kind kind, String method, JsonNode message) {
        if (kind == Received.Kind.UNKNOWN) {
            return List.of();
        }
        return violations(document.entry(side, kind, method), message);
    }

    private List<Violation> violations(String entry, JsonNode message) {
        JsonNode bounded = Bounded.of(message, MOST_VALUES);
        return compiled(entry).validate(bounded).stream()
                .map(found -> new EvaluationPath(document.root(), found, REST).violation(bounded))
                .filter(violation -> !saidByEnvelope(violation, bounded))
                .distinct()
                .toList();
    }

    /** That a result is no object is said once, under the requirement of the envelope. */
    private static boolean saidByEnvelope(Violation violation, JsonNode message) {
        return violation.requirement().equals(REST)
                && violation.pointer().equals("/result")
                && !message.path("result").isObject();
    }

    private JsonSchema compiled(String entry) {
        return compiled.computeIfAbsent(entry, name -> {
            SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .locale(Locale.ENGLISH)
                    .build();
            return factory.getSchema(SchemaLocation.of(uri + SchemaDocument.fragment(name)), config);
        });
    }
}
