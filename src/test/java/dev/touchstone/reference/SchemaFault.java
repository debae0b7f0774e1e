package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.answering;
import static dev.touchstone.reference.Behaviours.error;
import static dev.touchstone.reference.Behaviours.initializing;
import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What servers get wrong about the form of messages, about metadata, icons and the schemas of tools. */
enum SchemaFault implements Fault {

    /** A property of a tool's arguments may be anything, and its schema is the boolean true. */
    PROPERTY_SCHEMA_IS_TRUE(breaking(
                    "schema.messages.valid",
                    () -> tool(
                            tool -> tool.withObject("/inputSchema/properties").put("anything", true)))
            .everywhere()),

    /** That there is no such tool is told in a result whose content is a text and not a list. */
    FAILURE_IN_PLAIN_WORDS(breaking(
                    "schema.messages.valid",
                    () -> ToolBehaviours.responding(
                            call -> ToolBehaviours.toolName(call).startsWith("touchstone"), SchemaFault::inPlainWords))
            .inEveryEra()),

    /** What an experiment is about is left open: true instead of an object. */
    EXPERIMENT_IS_TRUE(breaking(
                    "schema.messages.valid",
                    () -> StatelessBehaviours.discovering(result ->
                            result.withObject("/capabilities/experimental").put("com.example/experiment", true)))
            .stateless()),

    /** listChanged is the word true: configuration read as text. */
    LIST_CHANGED_IS_TEXT(breaking(
                    "schema.capabilities.types",
                    () -> initializing(
                            result -> result.withObject("/capabilities/prompts").put("listChanged", "true")))
            .everywhere()),

    /** A list with an unknown member in its params is refused: types that forbid further members. */
    UNKNOWN_PARAMS_REFUSED(breaking(
                    "schema.additional-fields.tolerated",
                    () -> refusing(call -> call.params().has("touchstoneUnknown")))
            .inEveryEra()),

    /** The metadata of a list is an empty array: languages in which an empty map is one. */
    META_IS_A_LIST(breaking("schema.meta.object", () -> listing("prompts/list", result -> result.putArray("_meta")))
            .everywhere()),

    /** The metadata of a prompt is an empty array. */
    META_OF_A_PROMPT_IS_A_LIST(breaking(
                    "schema.meta.object",
                    () -> listing(
                            "prompts/list", result -> at(result, "/prompts/0", prompt -> prompt.putArray("_meta"))))
            .stateless()),

    /** Metadata of the client is refused. */
    META_REFUSED(breaking(
                    "schema.meta.request-tolerated",
                    () -> refusing(call -> call.params().path("_meta").has("dev.touchstone/unknown")))
            .everywhere()),

    /** The prefix of a key has an underscore. */
    META_PREFIX_WITH_UNDERSCORE(breaking("schema.meta.prefix-format", () -> meta("my_company.tools/id"))
            .only("2025-06-18", "2025-11-25", "2026-07-28")),

    /** The name in a key begins with an underscore. */
    META_NAME_WITH_UNDERSCORE(breaking("schema.meta.name-format", () -> meta("com.example/_id"))
            .only("2025-06-18", "2025-11-25", "2026-07-28")),

    /** A key has a prefix that the older rules keep for the protocol. */
    META_PREFIX_OF_THE_PROTOCOL(breaking("schema.meta.reserved-prefix.2025-06-18", () -> meta("mcp.example/id"))
            .only("2025-06-18")),

    /** A key has a prefix that the newer rules keep for the protocol. */
    META_PREFIX_OF_THE_PROTOCOL_REVERSED(
            breaking("schema.meta.reserved-prefix.2025-11-25", () -> meta("com.mcp.tools/id"))
                    .only("2025-11-25", "2026-07-28")),

    /** A prefix is a domain name as it is typed into a browser. */
    META_PREFIX_NOT_REVERSED(breaking("schema.meta.reverse-dns", () -> meta("tools.example.com/id"))
            .only("2025-11-25", "2026-07-28")),

    /** What is under a reserved key is expected to be an object. */
    RESERVED_META_HAS_TO_BE_AN_OBJECT(breaking(
                    "schema.meta.no-assumptions",
                    () -> refusing(call -> hasOddReserved(call.params().path("_meta"))))
            .only("2025-06-18", "2025-11-25", "2026-07-28")),

    /** The title of a server is null: members without a value are written all the same. */
    TITLE_IS_NULL(breaking(
                    "schema.title.string",
                    () -> initializing(
                            result -> result.withObject("/serverInfo").putNull("title")))
            .sinceVersionHeader()),

    /** The title of a prompt's argument is null. */
    ARGUMENT_TITLE_IS_NULL(breaking(
                    "schema.title.string",
                    () -> listing(
                            "prompts/list",
                            result -> at(result, "/prompts/0/arguments/0", argument -> argument.putNull("title"))))
            .stateless()),

    /** The trace is named by the id that another tracer gave it: half as long, and in capitals. */
    TRACE_ID_OF_ANOTHER_TRACER(breaking(
                    "schema.trace-context",
                    () -> listing(
                            "prompts/list",
                            result -> result.withObject("/_meta")
                                    .put("traceparent", "00-48485A3953BB6124-48485A3953BB6124-01")))
            .stateless()),

    /** The website has no scheme. */
    WEBSITE_WITHOUT_SCHEME(breaking(
                    "schema.implementation.extras",
                    () -> initializing(
                            result -> result.withObject("/serverInfo").put("websiteUrl", "www.example.com")))
            .only("2025-11-25")),

    /** Icons are a URL instead of a list. */
    ICONS_ARE_A_URL(breaking(
                    "schema.icons.shape", () -> tool(tool -> tool.put("icons", "https://example.com/icon.png")))
            .only("2025-11-25", "2026-07-28")),

    /** An icon is a file on the server's disk. */
    ICON_ON_DISK(breaking("schema.icons.src-scheme", () -> icon("file:///srv/icon.png", "48x48"))
            .only("2025-11-25", "2026-07-28")),

    /** An icon is loaded from somewhere else over plain HTTP. */
    ICON_OVER_HTTP(breaking("schema.icons.src-secure", () -> icon("http://icons.example/icon.png", "48x48"))
            .only("2025-11-25", "2026-07-28")),

    /** The size of an icon is one number. */
    ICON_SIZE_IS_A_NUMBER(breaking("schema.icons.sizes-format", () -> icon("data:image/png;base64,AAAA", "48"))
            .only("2025-11-25", "2026-07-28")),

    /** A schema has a type that JSON Schema does not know: names of a programming language. */
    SCHEMA_WITH_UNKNOWN_TYPE(breaking(
                    "schema.json-schema.valid",
                    () -> tool(tool ->
                            tool.withObject("/inputSchema/properties/text").put("type", "str")))
            .only("2025-11-25", "2026-07-28")),

    /** A schema refers to a definition that was left out. */
    SCHEMA_WITH_DANGLING_REFERENCE(breaking(
                    "schema.json-schema.valid",
                    () -> tool(tool -> tool.withObject("/inputSchema/properties")
                            .putObject("more")
                            .put("$ref", "#/$defs/More")))
            .only("2025-11-25", "2026-07-28")),

    /** Schemas are of draft 7, as generators write them. */
    SCHEMA_OF_DRAFT_07(breaking(
                    "schema.json-schema.2020-12-recommended",
                    () -> tool(tool ->
                            tool.withObject("/inputSchema").put("$schema", "http://json-schema.org/draft-07/schema#")))
            .only("2025-11-25", "2026-07-28"));

    private final Defect defect;

    SchemaFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static Behaviour refusing(Predicate<Call> when) {
        return answering(
                call -> Behaviours.isList(call) && when.test(call), response -> error(response, -32602, "bad params"));
    }

    private static Behaviour listing(String method, Consumer<ObjectNode> change) {
        return answering(call -> call.method().equals(method), response -> {
            if (response.get("result") instanceof ObjectNode result) {
                change.accept(result);
            }
            return response;
        });
    }

    static Behaviour tool(Consumer<ObjectNode> change) {
        return listing("tools/list", result -> at(result, "/tools/0", change));
    }

    private static void at(ObjectNode result, String pointer, Consumer<ObjectNode> change) {
        if (result.at(pointer) instanceof ObjectNode there) {
            change.accept(there);
        }
    }

    private static Behaviour meta(String key) {
        return listing("prompts/list", result -> result.withObject("/_meta").put(key, 1));
    }

    private static Behaviour icon(String src, String size) {
        return tool(tool -> {
            ObjectNode icon = tool.putArray("icons").addObject().put("src", src);
            icon.putArray("sizes").add(size);
        });
    }

    private static boolean hasOddReserved(JsonNode meta) {
        for (var members = meta.fields(); members.hasNext(); ) {
            var member = members.next();
            if (member.getKey().contains("modelcontextprotocol.")
                    && !member.getValue().isObject()) {
                return true;
            }
        }
        return false;
    }

    private static ObjectNode inPlainWords(ObjectNode response) {
        OddTools.failed(response);
        response.withObject("/result").put("content", "there is no such tool");
        return response;
    }
}
