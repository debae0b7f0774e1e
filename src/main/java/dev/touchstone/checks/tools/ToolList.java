package dev.touchstone.checks.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.checks.parts.Declaration;
import dev.touchstone.checks.parts.Item;
import dev.touchstone.checks.parts.Listing;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Shown;
import java.util.List;
import java.util.Set;

/** What is listed of tools. */
@Conformance
class ToolList {
    private static final List<String> HINTS =
            List.of("readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint");
    private static final Set<String> TASK_SUPPORT = Set.of("forbidden", "optional", "required");

    @Verifies("tools.capability.declared")
    void tools_that_are_listed_are_declared(Lists lists, Observed observed, Expect expect) {
        Declaration.judge(Kind.TOOLS, lists, observed, expect);
    }

    @Verifies("tools.list.result")
    void the_list_of_tools_is_an_array(Lists lists, Expect expect) {
        Listing.of(lists, Kind.TOOLS).served(expect).judgeArray(expect);
    }

    @Verifies("tools.list.tool-shape")
    void a_tool_has_a_name_and_an_input_schema_of_type_object(Lists lists, Expect expect) {
        Problems problems = new Problems();
        List<Item> tools = listed(lists, expect);
        for (Item tool : tools) {
            problems.demandText(tool, "name");
            demandObjectSchema(problems, tool, "inputSchema");
        }
        problems.judge(
                expect,
                "name is a string, and inputSchema an object with \"type\": \"object\"",
                tools.size() + " tools with a name and an inputSchema");
    }

    @Verifies("tools.output-schema.shape")
    void an_output_schema_is_of_type_object(Lists lists, Expect expect) {
        Problems problems = new Problems();
        List<Item> tools = having(lists, "outputSchema", expect);
        tools.forEach(tool -> demandObjectSchema(problems, tool, "outputSchema"));
        problems.judge(
                expect,
                "outputSchema is an object with \"type\": \"object\"",
                tools.size() + " tools with an outputSchema of type object");
    }

    private static void demandObjectSchema(Problems problems, Item tool, String member) {
        JsonNode schema = tool.json().path(member);
        problems.unless(schema.isObject(), tool.where(), member + " is " + Shown.of(schema));
        if (schema.isObject()) {
            JsonNode type = schema.path("type");
            problems.unless(
                    type.isTextual() && type.asText().equals("object"),
                    tool.where(),
                    member + ".type is " + Shown.of(type));
        }
    }

    @Verifies("tools.description.string")
    void a_description_is_a_string(Lists lists, Expect expect) {
        Problems problems = new Problems();
        List<Item> tools = having(lists, "description", expect);
        tools.forEach(tool -> problems.demandText(tool, "description"));
        problems.judge(expect, "description is a string", tools.size() + " tools with a description");
    }

    @Verifies("tools.annotations.types")
    void annotations_have_the_right_types(Lists lists, Expect expect) {
        Problems problems = new Problems();
        List<Item> tools = having(lists, "annotations", expect);
        for (Item tool : tools) {
            Item annotations = tool.inner("/annotations");
            problems.unless(annotations.json().isObject(), annotations.where(), "is " + Shown.of(annotations.json()));
            problems.demandTextIfAny(annotations, List.of("title"));
            for (String hint : HINTS) {
                JsonNode value = annotations.json().path(hint);
                problems.unless(
                        value.isBoolean() || value.isMissingNode(),
                        annotations.where(),
                        hint + " is " + Shown.of(value));
            }
        }
        problems.judge(
                expect,
                "annotations is an object, its title a string, its hints booleans",
                tools.size() + " tools with annotations");
    }

    @Verifies("tools.execution.task-support")
    void task_support_is_one_of_three_words(Lists lists, Expect expect) {
        Problems problems = new Problems();
        List<Item> tools = having(lists, "execution", expect);
        for (Item tool : tools) {
            Item execution = tool.inner("/execution");
            JsonNode support = execution.json().path("taskSupport");
            boolean known = support.isTextual() && TASK_SUPPORT.contains(support.asText());
            problems.unless(execution.json().isObject(), execution.where(), "is " + Shown.of(execution.json()));
            problems.unless(known || support.isMissingNode(), execution.where(), "taskSupport is " + Shown.of(support));
        }
        problems.judge(
                expect,
                "execution is an object, its taskSupport forbidden, optional or required",
                tools.size() + " tools with execution");
    }

    /** The items of the list, of which there have to be some, whatever they are. */
    static List<Item> listed(Lists lists, Expect expect) {
        return Listing.of(lists, Kind.TOOLS).served(expect).some();
    }

    private static List<Item> having(Lists lists, String member, Expect expect) {
        List<Item> tools = listed(lists, expect).stream()
                .filter(tool -> tool.json().has(member))
                .toList();
        if (tools.isEmpty()) {
            throw new NotApplicable("no tool that is listed has " + member);
        }
        return tools;
    }
}
