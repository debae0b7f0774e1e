package dev.touchstone.checks.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.checks.parts.Item;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.checks.parts.ToolSchema;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Shown;
import dev.touchstone.wire.schema.SchemaDialect;
import java.util.List;

/** The schemas of tools, beyond that they are objects. */
@Conformance
class ToolSchemas {
    private static final List<String> PARAMETERS =
            List.of("allOf", "anyOf", "oneOf", "$ref", "patternProperties", "if", "dependentSchemas", "propertyNames");

    @Verifies("tools.input-schema.compiles")
    void the_schemas_of_a_tool_are_valid_in_some_dialect(Lists lists, Dialect own, Catalogue catalogue, Expect expect) {
        List<JsonNode> tools =
                ToolList.listed(lists, expect).stream().map(Item::json).toList();
        boolean outputsAreObjects = catalogue.get("tools.output-schema.shape").appliesTo(own.revision());
        ToolSchema.judge(ToolSchema.of(tools), SchemaDialect::possible, outputsAreObjects, expect);
    }

    @Verifies("tools.input-schema.no-parameters")
    void a_schema_without_properties_demands_nothing(Lists lists, Expect expect) {
        Problems problems = new Problems();
        List<Item> tools = ToolList.listed(lists, expect).stream()
                .filter(tool -> takesNothing(tool.json().path("inputSchema")))
                .toList();
        if (tools.isEmpty()) {
            throw new NotApplicable("every tool that is listed has parameters");
        }
        for (Item tool : tools) {
            JsonNode schema = tool.json().path("inputSchema");
            boolean demands = !schema.path("required").isEmpty()
                    || schema.path("minProperties").asInt() > 0;
            problems.unless(!demands, tool.where(), "inputSchema is " + Shown.of(schema));
        }
        problems.judge(
                expect,
                "{\"type\": \"object\", \"additionalProperties\": false}, or {\"type\": \"object\"}",
                tools.size() + " tools without parameters that demand none");
    }

    private static boolean takesNothing(JsonNode schema) {
        return schema.isObject()
                && schema.path("properties").isEmpty()
                && !schema.path("additionalProperties").isObject()
                && PARAMETERS.stream().noneMatch(schema::has);
    }
}
