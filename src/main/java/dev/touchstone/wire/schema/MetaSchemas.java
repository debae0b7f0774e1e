package dev.touchstone.wire.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.AllowSchemaLoader;
import dev.touchstone.wire.Shown;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether what a server publishes as a JSON Schema is one. A published schema is only ever looked at as data: its
 * references are not followed, its patterns not run, its URIs not opened, and one that is too large is not judged.
 */
public final class MetaSchemas {
    /** No schema of more values than these is judged. */
    public static final int MOST_VALUES = 20_000;

    /** No schema that is nested deeper is judged. */
    public static final int MOST_LEVELS = 60;

    /** The members whose values are not schemas but data that may look like one. */
    private static final Set<String> DATA = Set.of("default", "const", "enum", "examples", "example");

    private static final Map<SchemaDialect, JsonSchema> COMPILED = new ConcurrentHashMap<>();

    private MetaSchemas() {}

    /** Whether a schema is small enough to be judged. */
    public static boolean judgeable(JsonNode schema) {
        return remaining(schema, MOST_VALUES, MOST_LEVELS) > 0;
    }

    private static int remaining(JsonNode value, int values, int levels) {
        int left = levels == 0 ? 0 : values - 1;
        for (JsonNode member : value) {
            if (left <= 0) {
                return 0;
            }
            left = remaining(member, left, levels - 1);
        }
        return left;
    }

    /** How many values a value consists of. */
    static int size(JsonNode value) {
        int size = 1;
        for (JsonNode member : value) {
            size += size(member);
        }
        return size;
    }

    /** The part of a schema that a reference means, empty unless it is a pointer into the same schema. */
    static Optional<JsonNode> referred(JsonNode root, JsonNode ref) {
        boolean pointer =
                ref.isTextual() && (ref.asText().equals("#") || ref.asText().startsWith("#/"));
        return pointer ? Optional.of(root.at(decoded(ref.asText()))) : Optional.empty();
    }

    /**
     * Where a schema breaks the rules of a dialect, and where it refers to a place in itself that is not there.
     *
     * @throws IllegalArgumentException if it is not judgeable
     */
    public static List<Violation> violations(SchemaDialect dialect, JsonNode schema) {
        if (!judgeable(schema)) {
            throw new IllegalArgumentException("the schema is too large or too deep");
        }
        Map<String, Set<String>> expected = new LinkedHashMap<>();
        JsonSchema rules = COMPILED.computeIfAbsent(dialect, MetaSchemas::compiled);
        for (ValidationMessage found : rules.validate(schema)) {
            String pointer = found.getInstanceLocation().toString();
            expected.computeIfAbsent(pointer, key -> new TreeSet<>()).add(words(found));
        }
        List<Violation> violations = new ArrayList<>();
        expected.forEach((pointer, words) -> violations.add(
                new Violation(pointer, String.join(" or ", words), Shown.of(schema.at(pointer)), SchemaBook.REST)));
        if (!embedsOthers(schema)) {
            dangling(schema, schema, "", violations);
        }
        return violations;
    }

    private static String words(ValidationMessage found) {
        return found.getType().equals("required")
                ? "an object with the member " + found.getProperty()
                : SchemaWords.of(found.getType(), found.getSchemaNode());
    }

    /** Whether a part of the schema has an address of its own, so that references in it count from there. */
    private static boolean embedsOthers(JsonNode schema) {
        for (JsonNode member : schema) {
            boolean named = member.path("$id").isTextual() || member.path("id").isTextual();
            if (named || embedsOthers(member)) {
                return true;
            }
        }
        return false;
    }

    private static void dangling(JsonNode root, JsonNode at, String pointer, List<Violation> violations) {
        JsonNode ref = at.path("$ref");
        if (referred(root, ref).filter(JsonNode::isMissingNode).isPresent()) {
            violations.add(new Violation(
                    pointer + "/$ref",
                    "a reference to a place in the schema that exists",
                    Shown.of(ref),
                    SchemaBook.REST));
        }
        at.fields().forEachRemaining(member -> {
            if (!DATA.contains(member.getKey())) {
                String name = member.getKey().replace("~", "~0").replace("/", "~1");
                dangling(root, member.getValue(), pointer + "/" + name, violations);
            }
        });
        for (int i = 0; at.isArray() && i < at.size(); i++) {
            dangling(root, at.path(i), pointer + "/" + i, violations);
        }
    }

    private static String decoded(String ref) {
        try {
            return URLDecoder.decode(ref.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ref.substring(1);
        }
    }

    private static JsonSchema compiled(SchemaDialect dialect) {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .formatAssertionsEnabled(false)
                .build();
        AllowSchemaLoader packed = new AllowSchemaLoader(iri -> iri.toString().startsWith("classpath:"));
        return JsonSchemaFactory.getInstance(
                        dialect.version(), builder -> builder.schemaLoaders(loaders -> loaders.add(packed)))
                .getSchema(SchemaLocation.of(dialect.version().getId()), config);
    }
}
