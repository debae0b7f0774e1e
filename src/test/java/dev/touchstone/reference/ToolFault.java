package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.answering;
import static dev.touchstone.reference.Behaviours.error;
import static dev.touchstone.reference.Behaviours.initializing;
import static dev.touchstone.reference.Defect.breaking;
import static dev.touchstone.reference.ToolBehaviours.ECHO;
import static dev.touchstone.reference.ToolBehaviours.FAILURE;
import static dev.touchstone.reference.ToolBehaviours.LETTERS;
import static dev.touchstone.reference.ToolBehaviours.SHOWCASE;
import static dev.touchstone.reference.ToolBehaviours.arguments;
import static dev.touchstone.reference.ToolBehaviours.listed;
import static dev.touchstone.reference.ToolBehaviours.listing;
import static dev.touchstone.reference.ToolBehaviours.of;
import static dev.touchstone.reference.ToolBehaviours.responding;
import static dev.touchstone.reference.ToolBehaviours.toolName;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What servers get wrong about the list of tools, and about calls that cannot succeed. */
enum ToolFault implements Fault {

    /** Tools are served and not declared: the handler was registered, the capability forgotten. */
    TOOLS_UNDECLARED(breaking(
                    "tools.capability.declared",
                    () -> initializing(
                            result -> result.withObject("/capabilities").remove("tools")))
            .everywhere()),

    /** The tools are an object keyed by name: a map, encoded as it is. */
    TOOLS_ARE_A_MAP(breaking(
                    "tools.list.result",
                    () -> answering(call -> call.method().equals("tools/list"), response -> {
                        ((ObjectNode) response.get("result")).putObject("tools").putObject(ECHO);
                        return response;
                    }))
            .inEveryEra()),

    /** A tool without arguments has null for its input schema. */
    INPUT_SCHEMA_IS_NULL(breaking("tools.list.tool-shape", () -> listed(SHOWCASE, tool -> tool.putNull("inputSchema")))
            .inEveryEra()),

    /** An input schema lacks its type: generated from a union. */
    INPUT_SCHEMA_WITHOUT_TYPE(breaking(
                    "tools.list.tool-shape",
                    () -> listed(SHOWCASE, tool -> ((ObjectNode) tool.get("inputSchema")).remove("type")))
            .inEveryEra()),

    /** Two modules register a tool of the same name. */
    NAME_TWICE(breaking(
                    "tools.name.unique",
                    () -> listing(tools -> tools.add(tools.get(tools.size() - 1).deepCopy())))
            .inEveryEra()),

    /** A name is made of the whole path to the tool. */
    NAME_TOO_LONG(breaking(
                    "tools.name.length",
                    () -> listing(tools -> ((ObjectNode) tools.addObject())
                            .put("name", "a".repeat(129))
                            .putObject("inputSchema")
                            .put("type", "object")))
            .since("2025-11-25")),

    /** A name is what people read. */
    NAME_WITH_SPACES(breaking(
                    "tools.name.characters",
                    () -> listing(tools -> ((ObjectNode) tools.addObject())
                            .put("name", "Wetter für heute")
                            .putObject("inputSchema")
                            .put("type", "object")))
            .since("2025-11-25")),

    /** Names are looked up in lower case. */
    NAMES_WITHOUT_CASE(breaking(
                    "tools.name.case-sensitive",
                    () -> responding(call -> Set.of("ECHO").contains(toolName(call)), ToolBehaviours::succeed))
            .since("2025-11-25")),

    /** A property of a schema has a type that does not exist. */
    SCHEMA_DOES_NOT_COMPILE(breaking(
                    "tools.input-schema.compiles",
                    () -> listed(
                            LETTERS,
                            tool -> tool.withObject("/inputSchema/properties/more")
                                    .put("type", "text")))
            .everywhere()
            .only("2024-11-05", "2025-03-26", "2025-06-18")),

    /** A schema demands what it does not describe: the properties got lost. */
    DEMANDS_WITHOUT_PROPERTIES(breaking(
                    "tools.input-schema.no-parameters",
                    () -> listed(
                            FAILURE,
                            tool -> tool.withObject("/inputSchema")
                                    .putArray("required")
                                    .add("text")))
            .since("2025-11-25")),

    /** A tool without a description has null. */
    DESCRIPTION_IS_NULL(breaking("tools.description.string", () -> listed(ECHO, tool -> tool.putNull("description")))
            .inEveryEra()),

    /** A hint is a word. */
    HINT_IS_A_WORD(breaking(
                    "tools.annotations.types",
                    () -> listed(ECHO, tool -> tool.withObject("/annotations").put("openWorldHint", "no")))
            .since("2025-03-26")),

    /** Task support is a boolean. */
    TASK_SUPPORT_IS_A_BOOLEAN(breaking(
                    "tools.execution.task-support",
                    () -> listed(ECHO, tool -> tool.putObject("execution").put("taskSupport", true)))
            .only("2025-11-25")),

    /** The output schema is of a list. */
    OUTPUT_SCHEMA_OF_A_LIST(breaking(
                    "tools.output-schema.shape",
                    () -> listed(ECHO, tool -> tool.putObject("outputSchema").put("type", "array")))
            .sinceVersionHeader()),

    /** A call without arguments is refused, though the tool takes none. */
    ARGUMENTS_DEMANDED(breaking(
                    "tools.call.arguments-optional",
                    () -> responding(
                            call -> toolName(call).equals(SHOWCASE)
                                    && !call.params().has("arguments"),
                            response -> error(response, -32602, "arguments is required")))
            .inEveryEra()),

    /** A call of a tool that does not exist succeeds: the default branch of a switch. */
    UNKNOWN_TOOL_SUCCEEDS(breaking(
                    "tools.call.unknown-tool",
                    () -> responding(call -> toolName(call).startsWith("touchstone"), ToolBehaviours::succeed))
            .inEveryEra()),

    /** A call without a name succeeds. */
    NAMELESS_CALL_SUCCEEDS(breaking(
                    "tools.call.malformed",
                    () -> responding(call -> !call.params().has("name"), ToolBehaviours::succeed))
            .inEveryEra()),

    /** What the schema requires is not looked at. */
    MISSING_ARGUMENT_ACCEPTED(breaking(
                    "tools.security.inputs-validated",
                    () -> responding(
                            call -> toolName(call).equals(ECHO)
                                    && arguments(call).isObject()
                                    && arguments(call).isEmpty(),
                            ToolBehaviours::succeed))
            .inEveryEra()),

    /** A value of any type is taken. */
    MISTYPED_ARGUMENT_ACCEPTED(breaking(
                    "tools.security.inputs-validated",
                    () -> responding(
                            call -> toolName(call).equals(ECHO)
                                    && arguments(call).path("text").isObject(),
                            ToolBehaviours::succeed))
            .inEveryEra()),

    /** Arguments that do not fit are a protocol error, as in older revisions. */
    BAD_ARGUMENTS_ARE_A_PROTOCOL_ERROR(breaking(
                    "tools.call.input-validation-is-error",
                    () -> responding(
                            call -> Set.of(ECHO, LETTERS).contains(toolName(call))
                                    && !arguments(call).path("text").isTextual(),
                            response -> error(response, -32602, "text is required")))
            .since("2025-11-25")),

    /** A tool that fails fails the request. */
    TOOL_FAILURE_IS_A_PROTOCOL_ERROR(breaking(
                    "tools.call.execution-error-in-result",
                    () -> responding(of(FAILURE), response -> error(response, -32603, "the tool failed")))
            .inEveryEra());

    private final Defect defect;

    ToolFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }
}
