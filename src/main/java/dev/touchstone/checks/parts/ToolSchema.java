package dev.touchstone.checks.parts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Shown;
import dev.touchstone.wire.schema.MetaSchemas;
import dev.touchstone.wire.schema.SchemaDialect;
import dev.touchstone.wire.schema.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A schema that a server publishes for a tool.
 *
 * @param label which it is, for a reader
 * @param input whether it is that of the arguments
 * @param json the schema, an object
 */
public record ToolSchema(String label, boolean input, JsonNode json) {
    private static final int MOST_NAMED = 20;

    /** What the root has to say of its type is judged with the shape of tools, where it has to say anything. */
    private static final String ROOT_TYPE = "/type";

    /** The schemas of tools. */
    public static List<ToolSchema> of(List<JsonNode> tools) {
        List<ToolSchema> schemas = new ArrayList<>();
        for (JsonNode tool : tools) {
            for (String member : List.of("inputSchema", "outputSchema")) {
                if (tool.path(member).isObject()) {
                    String label = "tool " + Shown.of(tool.path("name")) + " " + member;
                    schemas.add(new ToolSchema(label, member.equals("inputSchema"), tool.path(member)));
                }
            }
        }
        return schemas;
    }

    /**
     * Expects schemas to be valid.
     *
     * @param schemas the schemas
     * @param dialects those that a schema may be read by, of which one has to fit
     * @param outputsAreObjects whether the type at the root of output schemas is judged elsewhere, as that of others is
     * @throws Inconclusive if none can be judged
     */
    public static void judge(
            List<ToolSchema> schemas,
            Function<JsonNode, List<SchemaDialect>> dialects,
            boolean outputsAreObjects,
            Expect expect) {
        List<String> unjudged = new ArrayList<>();
        int judged = 0;
        int found = 0;
        for (ToolSchema schema : schemas) {
            List<SchemaDialect> possible = dialects.apply(schema.json());
            if (possible.isEmpty() || !MetaSchemas.judgeable(schema.json())) {
                unjudged.add(schema.label() + (possible.isEmpty() ? " is of an unknown dialect" : " is too large"));
                continue;
            }
            judged++;
            boolean typed = schema.input() || outputsAreObjects;
            for (Violation violation :
                    schema.violations(possible, one -> !typed || !one.pointer().equals(ROOT_TYPE))) {
                if (found++ < MOST_NAMED) {
                    String place = schema.label() + " " + violation.pointer();
                    expect.holds(false, place + " is " + violation.expected(), place + " is " + violation.seen());
                }
            }
        }
        if (judged == 0) {
            throw new Inconclusive("no schema could be judged: "
                    + (unjudged.isEmpty() ? "no tool has one that is an object" : String.join("; ", unjudged)));
        }
        if (found == 0) {
            expect.holds(true, "valid schemas", "schemas that are valid in their dialects: " + judged);
        }
    }

    /** What is wrong by the first dialect, unless nothing is by another. */
    private List<Violation> violations(List<SchemaDialect> dialects, Predicate<Violation> counts) {
        List<List<Violation>> readings = new ArrayList<>();
        for (SchemaDialect dialect : dialects) {
            readings.add(MetaSchemas.violations(dialect, json).stream()
                    .filter(counts)
                    .toList());
            if (readings.get(readings.size() - 1).isEmpty()) {
                return List.of();
            }
        }
        return readings.get(0);
    }
}
