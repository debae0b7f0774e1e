package dev.touchstone.reference;

import static dev.touchstone.reference.Defect.breaking;
import static dev.touchstone.reference.ToolBehaviours.ECHO;
import static dev.touchstone.reference.ToolBehaviours.LETTERS;
import static dev.touchstone.reference.ToolBehaviours.SHOWCASE;
import static dev.touchstone.reference.ToolBehaviours.calling;
import static dev.touchstone.reference.ToolBehaviours.content;
import static dev.touchstone.reference.ToolBehaviours.of;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.Set;

/** What servers get wrong about the results of calls. */
enum ToolResultFault implements Fault {

    /** The content is a bare string. */
    CONTENT_IS_A_STRING(breaking(
                    "tools.call.result-content", () -> calling(of(ECHO), result -> result.put("content", "text")))
            .inEveryEra()),

    /** The mark of an error is null where there is none. */
    IS_ERROR_IS_NULL(breaking(
                    "tools.call.is-error-boolean", () -> calling(of(SHOWCASE), result -> result.putNull("isError")))
            .inEveryEra()),

    /** A sound is sent to a client of the first revision. */
    AUDIO_UNDER_2024(breaking("tools.call.content-types.2024-11-05", () -> adding("audio"))
            .legacy()),

    /** A link is sent to a client that knows none. */
    LINK_UNDER_2025_03(breaking("tools.call.content-types.2025-03-26", () -> adding("resource_link"))
            .only("2025-03-26")),

    /** Content of a type that no revision has. */
    VIDEO(breaking("tools.call.content-types.2025-06-18", () -> adding("video")).since("2025-06-18")),

    /** An image is a data URL. */
    IMAGE_IS_A_DATA_URL(breaking(
                    "tools.call.image-content",
                    () -> content(
                            "image",
                            item -> item.put(
                                    "data",
                                    "data:image/png;base64," + item.path("data").asText())))
            .inEveryEra()),

    /** A sound has no media type. */
    AUDIO_WITHOUT_TYPE(breaking("tools.call.audio-content", () -> content("audio", item -> item.remove("mimeType")))
            .since("2025-03-26")),

    /** An embedded resource has its text beside it. */
    RESOURCE_WITHOUT_CONTENT(breaking(
                    "tools.call.embedded-resource",
                    () -> content("resource", item -> ((ObjectNode) item.get("resource")).remove("text")))
            .inEveryEra()),

    /** Resources are embedded by a server that has none. */
    EMBEDS_WITHOUT_CAPABILITY(breaking("tools.call.embedded-resource.capability", WithoutResources::new)
            .since("2025-06-18")),

    /** The address of an embedded resource was made up for the result. */
    EMBEDDED_CANNOT_BE_READ(breaking(
                    "tools.call.embedded-resource.refetchable",
                    () -> content(
                            "resource", item -> item.withObject("/resource").put("uri", "demo://result/1")))
            .everywhere()
            .only("2024-11-05", "2025-03-26")),

    /** A link has a title and no name. */
    LINK_WITHOUT_NAME(breaking(
                    "tools.call.resource-link",
                    () -> content(
                            "resource_link",
                            item -> item.put("title", "Greeting").remove("name")))
            .since("2025-06-18")),

    /** A link leads nowhere. */
    LINK_CANNOT_BE_READ(breaking(
                    "tools.call.resource-link.fetchable",
                    () -> content("resource_link", item -> item.put("uri", "demo://nowhere")))
            .since("2025-06-18")),

    /** Structured content is a list. */
    STRUCTURED_LIST(breaking(
                    "tools.structured.is-object",
                    () -> calling(of(ECHO), result -> result.putArray("structuredContent")))
            .sinceVersionHeader()),

    /** The text is for people only. */
    NO_TEXT_FALLBACK(breaking(
                    "tools.structured.text-fallback",
                    () -> calling(of(LETTERS), result -> {
                        if (result.path("structuredContent").has("letters")) {
                            ((ObjectNode) result.path("content").get(0)).put("text", "Ten letters.");
                        }
                    }))
            .since("2025-06-18")),

    /** The promised structure is forgotten. */
    STRUCTURE_FORGOTTEN(breaking(
                    "tools.output-schema.structured-present",
                    () -> calling(of(LETTERS), result -> result.remove("structuredContent")))
            .since("2025-06-18")),

    /** A number is sent as text. */
    STRUCTURE_DOES_NOT_FIT(breaking(
                    "tools.output-schema.conforms",
                    () -> calling(of(LETTERS), result -> {
                        if (result.path("structuredContent").has("letters")) {
                            ((ObjectNode) result.get("structuredContent")).put("letters", "ten");
                            ((ObjectNode) result.path("content").get(0)).put("text", "{\"letters\":\"ten\"}");
                        }
                    }))
            .since("2025-06-18"));

    private final Defect defect;

    ToolResultFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    /** Adds an item of a type, complete otherwise. */
    private static Behaviour adding(String type) {
        return calling(of(ECHO), result -> {
            if (!result.has("isError")) {
                result.withArray("/content")
                        .addObject()
                        .put("type", type)
                        .put("data", "AAAA")
                        .put("mimeType", type + "/x-none")
                        .put("uri", "demo://greeting")
                        .put("name", "greeting");
            }
        });
    }

    /** Neither declares nor serves resources. */
    private static final class WithoutResources implements Behaviour {
        private final Behaviour granting = SubscriptionBehaviours.granting(
                filter -> filter.has("resourceSubscriptions"), granted -> granted.remove("resourceSubscriptions"));

        @Override
        public Reply amend(Request request, Reply reply) {
            return granting.amend(request, reply);
        }

        @Override
        public ObjectNode answer(Call call, ObjectNode response) {
            boolean opening = Set.of("initialize", "server/discover").contains(call.method());
            if (opening && response.has("result")) {
                response.withObject("/result/capabilities").remove("resources");
            } else if (call.method().startsWith("resources/")) {
                return Behaviours.error(response, -32601, "unknown method");
            }
            return response;
        }
    }
}
