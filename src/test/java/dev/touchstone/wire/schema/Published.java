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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The published schema of a revision, asked about one message at a time. */
final class Published {
    /** The type of a result that asks for something. */
    static final String INPUT_REQUIRED = "input_required";

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
            Map.entry("elicitation/create", "ElicitResult"),
            Map.entry("server/discover", "DiscoverResult"),
            Map.entry("subscriptions/listen", "SubscriptionsListenResult"),
            Map.entry(INPUT_REQUIRED, "InputRequiredResult"));

    /** The errors with data of their own, by their codes. */
    private static final Map<Integer, String> ERRORS = Map.of(
            -32020, "HeaderMismatchError",
            -32021, "MissingRequiredClientCapabilityError",
            -32022, "UnsupportedProtocolVersionError",
            -32042, "URLElicitationRequiredError");

    /** The methods that may be answered with a question. */
    private static final Set<String> INTERRUPTIBLE = Set.of("tools/call", "prompts/get", "resources/read");

    private static final String URI = "urn:published";
    private static final String OPEN_URI = "urn:published-open";

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
                if (method.isTextual() && !isInside(definition.getValue())) {
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
        ArrayNode errors = all(entries, Kind.ERROR + " ", envelope(Kind.ERROR));
        ERRORS.forEach((code, name) -> {
            if (document.path(definitions).has(name)) {
                errors.add(whenCode(code).set("then", ref(name)));
            }
        });
        if (document.path(definitions).has("JSONRPCBatchRequest")) {
            ArrayNode either = entries.putObject("batch").putArray("anyOf");
            either.add(ref("JSONRPCBatchRequest")).add(ref("JSONRPCBatchResponse"));
        }
        ObjectNode open = document.deepCopy();
        ((ObjectNode) open.path(definitions)).putObject("JSONValue");
        factory = JsonSchemaFactory.getInstance(
                old ? VersionFlag.V7 : VersionFlag.V202012,
                builder -> builder.schemaLoaders(
                        loaders -> loaders.schemas(Map.of(URI, Json.write(document), OPEN_URI, Json.write(open)))
                                .add(DisallowSchemaLoader.getInstance())));
    }

    private static ObjectNode whenCode(int code) {
        ObjectNode when = Json.object();
        ObjectNode error = when.withObject("/if/properties/error");
        error.putArray("required").add("code");
        error.withObject("/properties/code").put("const", code);
        return when;
    }

    /** Whether a request is no message but part of one. */
    private boolean isInside(JsonNode definition) {
        return isDiscriminated() && !definition.path("properties").has("jsonrpc");
    }

    /** Whether results have types. */
    boolean isDiscriminated() {
        return document.path(definitions).has("InputRequiredResult");
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
        return accepts(URI, entry(sample), sample.message(), true);
    }

    /** Whether the format of strings is all that is wrong, if anything is. */
    boolean acceptsButForFormats(Sample sample) {
        return accepts(URI, entry(sample), sample.message(), false);
    }

    /** Whether values that may be any JSON are all that is wrong, if anything is. */
    boolean acceptsButForJsonValues(Sample sample) {
        return accepts(OPEN_URI, entry(sample), sample.message(), true);
    }

    private String entry(Sample sample) {
        String type = sample.message().path("result").path("resultType").asText();
        boolean question = isDiscriminated() && type.equals(INPUT_REQUIRED) && mayAsk(sample);
        String exact = sample.kind() + " " + (question ? INPUT_REQUIRED : sample.method());
        return document.path("entries").has(exact) ? exact : sample.kind() + " ";
    }

    /** Whether a message answers a request that may be answered with a question. */
    static boolean mayAsk(Sample sample) {
        return sample.kind() == Kind.RESULT && INTERRUPTIBLE.contains(sample.method());
    }

    Optional<Boolean> acceptsBatch(JsonNode batch) {
        return document.path("entries").has("batch")
                ? Optional.of(accepts(URI, "batch", batch, true))
                : Optional.empty();
    }

    /** The formats are asserted where the dialect does so by itself, as up to draft 7. */
    private boolean accepts(String uri, String entry, JsonNode message, boolean formats) {
        SchemaLocation place = SchemaLocation.of(uri + "#/entries/" + entry.replace("/", "~1"));
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(formats ? null : Boolean.FALSE)
                .build();
        return compiled.computeIfAbsent(place + " " + formats, name -> factory.getSchema(place, config))
                .validate(message)
                .isEmpty();
    }

    private static ArrayNode all(ObjectNode entries, String name, JsonNode... parts) {
        return entries.putObject(name).putArray("allOf").addAll(List.of(parts));
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
