package dev.touchstone.wire.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import dev.touchstone.wire.Shown;
import java.util.Set;

/**
 * The way that a validator took through a schema to a violation: it tells which requirement the violation belongs to, and
 * where alternatives begin, since only all of them together say what is wrong.
 */
final class EvaluationPath {
    /** The keyword of ours that names the requirement for what is wrong in a schema. */
    static final String REQUIREMENT = "x-requirement";

    private static final Set<String> INTO_ITEMS = Set.of("items", "additionalProperties", "contains");

    private static final Set<String> ALTERNATIVES = Set.of("anyOf", "not");

    private final JsonNode document;
    private final JsonNodePath steps;
    private final JsonNodePath place;
    private final ValidationMessage message;
    private JsonNode schema;
    private String requirement;
    private int depth;
    private int next;

    EvaluationPath(JsonNode document, ValidationMessage message, String fallback) {
        this.document = document;
        this.message = message;
        this.steps = message.getEvaluationPath();
        this.place = message.getInstanceLocation();
        this.schema = document;
        this.requirement = fallback;
    }

    /** Walks the way to its end, or to the first keyword whose parts do not speak for themselves. */
    Violation violation(JsonNode instance) {
        while (next < steps.getNameCount() - 1 && !atAlternatives()) {
            step();
        }
        if (atAlternatives()) {
            String pointer = pointer(depth);
            return new Violation(pointer, SchemaWords.ofSchema(schema), Shown.of(instance.at(pointer)), requirement);
        }
        String pointer = pointer(place.getNameCount());
        String keyword = steps.getName(next);
        if (keyword.equals("required")) {
            String member = message.getProperty();
            JsonNode wanted = resolved(schema.path("properties").path(member));
            return new Violation(pointer + "/" + escaped(member), SchemaWords.ofSchema(wanted), "absent", requirement);
        }
        return new Violation(
                pointer, SchemaWords.of(keyword, schema.path(keyword)), Shown.of(instance.at(pointer)), requirement);
    }

    private boolean atAlternatives() {
        return schema.has(SchemaWords.EXPECTED) && ALTERNATIVES.contains(steps.getName(next));
    }

    private void step() {
        String keyword = steps.getName(next++);
        if (keyword.equals("$ref")) {
            enter(target(schema));
        } else if (keyword.equals("properties")) {
            depth++;
            enter(schema.path("properties").path(steps.getName(next++)));
        } else {
            depth += INTO_ITEMS.contains(keyword) ? 1 : 0;
            enter(schema.isArray() ? schema.path(Integer.parseInt(keyword)) : schema.path(keyword));
        }
    }

    private void enter(JsonNode entered) {
        schema = entered;
        JsonNode named = schema.path(REQUIREMENT);
        if (named.isTextual()) {
            requirement = named.asText();
        }
    }

    private JsonNode resolved(JsonNode start) {
        JsonNode at = start;
        while (at.path("$ref").isTextual() && SchemaWords.ofSchema(at).equals("something")) {
            at = target(at);
        }
        return at;
    }

    private JsonNode target(JsonNode referring) {
        String ref = referring.path("$ref").asText();
        return ref.startsWith("#") ? document.at(ref.substring(1)) : MissingNode.getInstance();
    }

    private String pointer(int length) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < length; i++) {
            pointer.append('/').append(escaped(String.valueOf(place.getElement(i))));
        }
        return pointer.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
