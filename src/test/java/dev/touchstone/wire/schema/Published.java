package dev.touchstone.wire.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.resource.DisallowSchemaLoader;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Received.Kind;
import dev.touchstone.wire.schema.Corpus.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The published schema of a revision, asked about one message at a time. */
final class Published {
    /** The results by method; what is not here is an empty result. */
    private static final Map<String, String> RESULTS = Map.ofEntries(
            Map.entry("initialize", "InitializeResult"),
            Map.entry("tools/list", "ListToolsResult"),
            Map.entry("tools/call", "CallToolResult"),
            Map.entry("resources/list", "ListResourcesResult"),
            Map.entry("resources/templates/list", "ListResourceTemplatesResult"),
            Map.entry("resources/read", "ReadResourceResult"),
            Map.entry("prompts/list", "ListPromptsResult"),
            Map.entry("prompts/get", "GetPromptResult"),
            Map.entry("completion/complete", "CompleteResult"),
            Map.entry("tasks/get", "GetTaskResult"),
            Map.entry("tasks/result", "GetTaskPayloadResult"),
            Map.entry("tasks/cancel", "CancelTaskResult"),
            Map.entry("tasks/list", "ListTasksResult"),
            Map.entry("roots/list", "ListRootsResult"),
            Map.entry("sampling/createMessage", "CreateMessageResult"),
            Map.entry("elicitation/create", "ElicitResult"));

    private final String definitions;
    private final ObjectNode document;
    private final JsonSchemaFactory factory;
    private final Map<String, JsonSchema> compiled = new HashMap<>();

    Published(Path folder, String revision) {
        try {
            document = (ObjectNode) Json.parse(Files.readAllBytes(folder.resolve(revision + ".json")))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean old = document.has("definitions");
        definitions = old ? "definitions" : "$defs";
        ObjectNode entries = document.putObject("entries");
        for (Kind kind : new Kind[] {Kind.REQUEST, Kind.NOTIFICATION}) {
            document.path(definitions).fields().forEachRemaining(definition -> {
                JsonNode method = definition.getValue().at("/properties/method/const");
                if (method.isTextual()) {
                    all(entries, kind + " " + method.asText(), envelope(kind), ref(definition.getKey()));
                }
            });
        }
        all(entries, Kind.RESULT + " ", envelope(Kind.RESULT), ref("Result"));
        RESULTS.forEach((method, name) -> {
            if (document.path(definitions).has(name)) {
                ObjectNode result = Json.object();
                result.withObject("/properties").set("result", ref(name));
                all(entries, Kind.RESULT + " " + method, envelope(Kind.RESULT), result);
            }
        });
        ObjectNode needed = Json.object();
        if (document.path(definitions).has("URLElicitationRequiredError")) {
            needed.set(
                    "if",
                    Json.parse("{\"properties\": {\"error\": {\"required\": [\"code\"],"
                                    + " \"properties\": {\"code\": {\"const\": -32042}}}}}")
                            .orElseThrow());
            needed.set("then", ref("URLElicitationRequiredError"));
        }
        all(entries, Kind.ERROR + " ", envelope(Kind.ERROR), needed);
        if (document.path(definitions).has("JSONRPCBatchRequest")) {
            ArrayNode either = entries.putObject("batch").putArray("anyOf");
            either.add(ref("JSONRPCBatchRequest")).add(ref("JSONRPCBatchResponse"));
        }
        String uri = "urn:published";
        factory = JsonSchemaFactory.getInstance(
                old ? VersionFlag.V7 : VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders ->
                        loaders.schemas(Map.of(uri, Json.write(document))).add(DisallowSchemaLoader.getInstance())));
    }

    /** Whether the revision has such a message at all. */
    boolean knows(Sample sample) {
        Kind kind = sample.kind();
        String method = sample.method();
        return document.path("entries").has(kind + " " + method)
                || kind == Kind.ERROR
                || (kind == Kind.RESULT && !RESULTS.containsKey(method));
    }

    /** The methods of all requests and notifications. */
    Set<String> methods() {
        return document.path(definitions).findParents("method").stream()
                .map(properties -> properties.at("/method/const"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    boolean accepts(Sample sample) {
        return accepts(entry(sample), sample.message(), true);
    }

    /** Whether the format of strings is all that is wrong, if anything is. */
    boolean acceptsButForFormats(Sample sample) {
        return accepts(entry(sample), sample.message(), false);
    }

    private String entry(Sample sample) {
        String exact = sample.kind() + " " + sample.method();
        return document.path("entries").has(exact) ? exact : sample.kind() + " ";
    }

    Optional<Boolean> acceptsBatch(JsonNode batch) {
        return document.path("entries").has("batch") ? Optional.of(accepts("batch", batch, true)) : Optional.empty();
    }

    /** The formats are asserted where the dialect does so by itself, as up to draft 7. */
    private boolean accepts(String entry, JsonNode message, boolean formats) {
        SchemaLocation place = SchemaLocation.of("urn:published#/entries/" + entry.replace("/", "~1"));
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(formats ? null : Boolean.FALSE)
                .build();
        return compiled.computeIfAbsent(entry + " " + formats, name -> factory.getSchema(place, config))
                .validate(message)
                .isEmpty();
    }

    private void all(ObjectNode entries, String name, JsonNode... parts) {
        ArrayNode all = entries.putObject(name).putArray("allOf");
        for (JsonNode part : parts) {
            all.add(part);
        }
    }

    private JsonNode envelope(Kind kind) {
        boolean renamed = document.path(definitions).has("JSONRPCResultResponse");
        return switch (kind) {
            case REQUEST -> ref("JSONRPCRequest");
            case NOTIFICATION -> ref("JSONRPCNotification");
            case RESULT -> ref(renamed ? "JSONRPCResultResponse" : "JSONRPCResponse");
            default -> ref(renamed ? "JSONRPCErrorResponse" : "JSONRPCError");
        };
    }

    private ObjectNode ref(String name) {
        return Json.object().put("$ref", "#/" + definitions + "/" + name);
    }
}
