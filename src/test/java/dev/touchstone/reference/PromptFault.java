package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.answering;
import static dev.touchstone.reference.Behaviours.crashing;
import static dev.touchstone.reference.Behaviours.error;
import static dev.touchstone.reference.Behaviours.initializing;
import static dev.touchstone.reference.Behaviours.resulting;
import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import java.util.function.Consumer;

/** What servers get wrong about prompts. */
enum PromptFault implements Fault {

    /** Prompts are listed and not declared. */
    UNDECLARED_PROMPTS(breaking(
                    "prompts.capability.declared",
                    () -> initializing(
                            result -> result.withObject("/capabilities").remove("prompts")))
            .everywhere()),

    /** The prompts are a map by name. */
    PROMPTS_BY_NAME(breaking(
                    "prompts.list.result",
                    () -> resulting(
                            "prompts/list",
                            result -> result.putObject("prompts").putObject("greet")))
            .inEveryEra()),

    /** The required of an argument is a string. */
    ARGUMENT_REQUIRED_IN_QUOTES(breaking(
                    "prompts.list.prompt-shape",
                    () -> resulting(
                            "prompts/list",
                            result -> result.at("/prompts")
                                    .forEach(prompt -> prompt.path("arguments")
                                            .forEach(argument -> ((ObjectNode) argument).put("required", "true")))))
            .inEveryEra()),

    /** A prompt without arguments has null for them. */
    PROMPT_ARGUMENTS_NULL(breaking(
                    "prompts.list.prompt-shape",
                    () -> resulting(
                            "prompts/list",
                            result -> result.at("/prompts").forEach(prompt -> {
                                if (!prompt.has("arguments")) {
                                    ((ObjectNode) prompt).putNull("arguments");
                                }
                            })))
            .inEveryEra()),

    /** A prompt is listed twice on a page. */
    PROMPT_LISTED_TWICE(breaking(
                    "prompts.name.unique",
                    () -> resulting(
                            "prompts/list",
                            result -> result.withArray("prompts").insert(0, result.at("/prompts/0"))))
            .inEveryEra()),

    /** A message has the role system. */
    SYSTEM_ROLE(breaking(
                    "prompts.get.result",
                    () -> resulting(
                            "prompts/get", result -> ((ObjectNode) result.at("/messages/0")).put("role", "system")))
            .inEveryEra()),

    /** The content of a message is a list. */
    CONTENT_IS_A_LIST(breaking(
                    "prompts.get.result",
                    () -> resulting(
                            "prompts/get",
                            result -> result.at("/messages")
                                    .forEach(message -> ((ObjectNode) message)
                                            .set(
                                                    "content",
                                                    Behaviours.parse("{\"all\":[]}")
                                                            .withArray("all")
                                                            .add(message.get("content"))))))
            .inEveryEra()),

    /** Prompts are listed and cannot be got. */
    PROMPTS_GET_UNKNOWN(breaking(
                    "prompts.get.result",
                    () -> answering(
                            call -> call.method().equals("prompts/get")
                                    && call.params().has("name"),
                            response -> error(response, -32601, "Method not found")))
            .inEveryEra()),

    /** Sound is sent under a revision that does not know it. */
    SOUND_BEFORE_ITS_TIME(breaking(
                    "prompts.get.content-types.2024-11-05",
                    () -> content(
                            "image", content -> content.put("type", "audio").put("mimeType", "audio/wav")))
            .legacy()),

    /** A link to a resource is sent under a revision that does not know it. */
    LINK_BEFORE_ITS_TIME(breaking(
                    "prompts.get.content-types.2025-03-26",
                    () -> content(
                            "image",
                            content -> content.put("type", "resource_link")
                                    .put("uri", "demo://pixel")
                                    .put("name", "pixel")))
            .only("2025-03-26")),

    /** The content has a type of the interface of a model. */
    CONTENT_OF_AN_API(breaking(
                    "prompts.get.content-types.2025-06-18",
                    () -> content("image", content -> content.put("type", "input_image")))
            .since("2025-06-18")),

    /** An image is a data URL. */
    IMAGE_AS_DATA_URL(breaking(
                    "prompts.content.image",
                    () -> content(
                            "image",
                            content -> content.put(
                                    "data",
                                    "data:image/png;base64,"
                                            + content.get("data").asText())))
            .inEveryEra()),

    /** Sound has no media type. */
    AUDIO_TYPE_ABSENT(breaking("prompts.content.audio", () -> content("audio", content -> content.remove("mimeType")))
            .since("2025-03-26")),

    /** An embedded resource has a path for a URI. */
    EMBEDDED_URI_IS_A_PATH(breaking(
                    "prompts.content.resource-uri",
                    () -> content(
                            "resource",
                            content -> content.withObject("/resource").put("uri", "docs/a.md")))
            .inEveryEra()),

    /** An embedded resource has no media type. */
    EMBEDDED_TYPE_ABSENT(breaking(
                    "prompts.content.resource-mime-type",
                    () -> content(
                            "resource",
                            content -> content.withObject("/resource").remove("mimeType")))
            .inEveryEra()),

    /** An embedded resource has neither text nor blob. */
    EMBEDDED_WITHOUT_DATA(breaking(
                    "prompts.content.resource-data",
                    () -> content(
                            "resource",
                            content -> content.withObject("/resource").remove("blob")))
            .inEveryEra()),

    /** An unknown prompt is an internal error. */
    UNKNOWN_PROMPT_INTERNAL_ERROR(breaking(
                    "prompts.errors.unknown-name",
                    () -> answering(
                            call -> call.method().equals("prompts/get")
                                    && call.params().path("name").asText().startsWith("touchstone-"),
                            response -> error(response, -32603, "no such prompt")))
            .inEveryEra()),

    /** A prompt without its arguments greets nobody. */
    MISSING_ARGUMENT_UNDEFINED(breaking(
                    "prompts.errors.missing-arguments",
                    () -> answering(
                            call -> call.method().equals("prompts/get")
                                    && !call.params().has("arguments"),
                            response -> response.has("error")
                                            && response.at("/error/message")
                                                    .asText()
                                                    .contains("arguments")
                                    ? PromptFault.said(response, "Greet undefined.")
                                    : response))
            .inEveryEra()),

    /** A number as an argument crashes the server. */
    CRASHES_ON_NUMBER(breaking(
                    "prompts.arguments.validated",
                    () -> crashing(
                            "prompts/get",
                            params -> params.at("/arguments/name").isNumber()))
            .inEveryEra()),

    /** Values of arguments are evaluated as templates. */
    EVALUATES_ARGUMENTS(breaking(
                    "prompts.security.validated",
                    () -> resulting(
                            "prompts/get",
                            result -> result.at("/messages")
                                    .forEach(message -> PromptFault.evaluate((ObjectNode) message.get("content")))))
            .inEveryEra());

    private final Defect defect;

    PromptFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    /** Changes all content of a type in the messages of prompts. */
    private static Behaviour content(String type, Consumer<ObjectNode> change) {
        return resulting("prompts/get", result -> {
            for (JsonNode message : result.at("/messages")) {
                if (message.at("/content/type").asText().equals(type)) {
                    change.accept((ObjectNode) message.get("content"));
                }
            }
        });
    }

    private static ObjectNode said(ObjectNode response, String text) {
        response.remove("error");
        ObjectNode message =
                response.putObject("result").putArray("messages").addObject().put("role", "user");
        message.putObject("content").put("type", "text").put("text", text);
        return response;
    }

    private static void evaluate(ObjectNode content) {
        if (content.has("text")) {
            content.put("text", content.get("text").asText().replace("${7*7}", "49"));
        }
    }
}
