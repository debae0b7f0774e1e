package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.answering;
import static dev.touchstone.reference.Behaviours.crashing;
import static dev.touchstone.reference.Behaviours.error;
import static dev.touchstone.reference.Behaviours.initializing;
import static dev.touchstone.reference.Behaviours.resulting;
import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.SseEvent;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What servers get wrong about resources. */
enum ResourceFault implements Fault {

    /** Resources are listed and not declared: a hand-written initialize result. */
    UNDECLARED_RESOURCES(breaking(
                    "resources.capability.declared",
                    () -> initializing(
                            result -> result.withObject("/capabilities").remove("resources")))
            .everywhere()),

    /** The resources are a map by uri. */
    RESOURCES_BY_URI(breaking(
                    "resources.list.result",
                    () -> resulting(
                            "resources/list",
                            result -> result.putObject("resources")
                                    .putObject("demo://greeting")
                                    .put("name", "greeting")))
            .inEveryEra()),

    /** A resource has a title instead of a name. */
    RESOURCE_WITHOUT_NAME(breaking(
                    "resources.list.resource-shape",
                    () -> each("resources/list", "resources", resource -> resource.remove("name")))
            .inEveryEra()),

    /** A resource has null for a description: a serializer that writes what is not there. */
    RESOURCE_DESCRIPTION_NULL(breaking(
                    "resources.list.resource-shape",
                    () -> each("resources/list", "resources", resource -> resource.putNull("description")))
            .inEveryEra()),

    /** A resource is listed with its path in the file system, with blanks. */
    RESOURCE_URI_IS_A_PATH(breaking("resources.uri.valid", () -> new Renamed("/srv/my files/a.txt"))
            .inEveryEra()),

    /** A resource has a scheme with an underscore. */
    RESOURCE_SCHEME_WITH_UNDERSCORE(breaking("resources.uri.valid", () -> new Renamed("my_app://greeting"))
            .inEveryEra()),

    /** A resource is listed twice: two backends with the same one. */
    RESOURCE_LISTED_TWICE(breaking(
                    "resources.uri.unique",
                    () -> resulting(
                            "resources/list",
                            result -> result.withArray("resources").insert(0, result.at("/resources/0"))))
            .inEveryEra()),

    /** The size is a text for people. */
    SIZE_IN_WORDS(breaking(
                    "resources.size.integer",
                    () -> each("resources/list", "resources", resource -> resource.put("size", "4 KB")))
            .inEveryEra()),

    /** What is listed cannot be read. */
    LISTED_RESOURCE_GONE(breaking(
                    "resources.read.listed-readable",
                    () -> answering(
                            call -> call.method().equals("resources/read")
                                    && call.params().path("uri").asText().endsWith("/pixel"),
                            response -> error(response, -32602, "resource not found")))
            .inEveryEra()),

    /** Contents are content blocks as tools return them. */
    CONTENTS_AS_TOOLS_RETURN_THEM(breaking(
                    "resources.read.contents-shape",
                    () -> each(
                            "resources/read",
                            "contents",
                            content -> content.put("type", "text").remove("uri")))
            .inEveryEra()),

    /** Blobs are in the alphabet for URLs. */
    BLOB_FOR_URLS(
            breaking("resources.read.blob-base64", () -> each("resources/read", "contents", ResourceFault::forUrls))
                    .inEveryEra()),

    /** A picture is sent as text. */
    BLOB_AS_TEXT(breaking(
                    "resources.read.text-is-text",
                    () -> each("resources/read", "contents", content -> {
                        if (content.has("blob")) {
                            content.put("text", "PNG");
                            content.remove("blob");
                        }
                    }))
            .inEveryEra()),

    /** An unknown resource is an internal error: the exception of a file that is not there. */
    UNKNOWN_RESOURCE_INTERNAL_ERROR(breaking(
                    "resources.read.not-found",
                    () -> answering(
                            call -> call.method().equals("resources/read"),
                            response -> response.at("/error/code").asInt() == -32002
                                    ? error(response, -32603, "ENOENT: no such file")
                                    : response))
            .everywhere()),

    /** An unknown resource is read as nothing. */
    UNKNOWN_RESOURCE_EMPTY(breaking(
                    "resources.read.not-found",
                    () -> answering(
                            call -> call.method().equals("resources/read"),
                            response -> response.at("/error/code").asInt() == -32002
                                    ? ResourceFault.empty(response)
                                    : response))
            .everywhere()),

    /** An unknown resource is an internal error without sessions, too. */
    MISSING_RESOURCE_FAILS(breaking(
                    "resources.not-found.code",
                    () -> missing(response -> {
                        response.withObject("/error").put("code", -32603);
                        return response;
                    }))
            .stateless()),

    /** An unknown resource is read as nothing. */
    MISSING_RESOURCE_EMPTY(breaking("resources.not-found.not-empty", () -> missing(ResourceFault::empty))
            .stateless()),

    /** The error for an unknown resource has no data. */
    MISSING_RESOURCE_UNNAMED(breaking(
                    "resources.not-found.data-uri",
                    () -> missing(response -> {
                        response.withObject("/error").remove("data");
                        return response;
                    }))
            .stateless()),

    /** The templates are in a member called templates. */
    TEMPLATES_UNDER_ANOTHER_NAME(breaking(
                    "resources.templates.result",
                    () -> resulting(
                            "resources/templates/list",
                            result -> result.set("templates", result.remove("resourceTemplates"))))
            .inEveryEra()),

    /** A template has a brace of a regular expression. */
    TEMPLATE_OF_A_WEB_FRAMEWORK(breaking(
                    "resources.templates.rfc6570",
                    () -> each(
                            "resources/templates/list",
                            "resourceTemplates",
                            template -> template.put("uriTemplate", "demo://greeting/{name:[a-z]+}")))
            .inEveryEra()),

    /** What is suggested for a template cannot be read. */
    COMPLETED_RESOURCE_GONE(breaking(
                    "resources.templates.expansion-readable",
                    () -> answering(
                            call -> call.method().equals("resources/read")
                                    && call.params().path("uri").asText().endsWith("/Ada"),
                            response -> error(response, -32602, "resource not found")))
            .inEveryEra()),

    /** Subscriptions are declared and have no handler. */
    SUBSCRIBE_UNKNOWN(breaking(
                    "resources.subscribe.accepted",
                    () -> answering(
                            call -> call.method().equals("resources/subscribe"),
                            response -> error(response, -32601, "Method not found")))
            .everywhere()),

    /** A subscription to what is not there is an internal error. */
    UNKNOWN_SUBSCRIPTION_IS_INTERNAL(breaking(
                    "resources.subscribe.unknown-uri",
                    () -> answering(
                            call -> call.method().equals("resources/subscribe"),
                            response -> response.has("error") ? error(response, -32603, "null") : response))
            .everywhere()),

    /** A change is announced without the uri. */
    UPDATE_WITHOUT_URI(
            breaking("resources.updated.uri", () -> answering(ResourceFault::announcing, response -> response))
                    .legacy()),

    /** The audience is one role instead of a list of roles. */
    AUDIENCE_IS_A_STRING(breaking(
                    "resources.annotations.valid",
                    () -> each(
                            "resources/list",
                            "resources",
                            resource -> resource.putObject("annotations").put("audience", "user")))
            .inEveryEra()),

    /** The priority of an image in a prompt is a rank. */
    PRIORITY_IS_A_RANK(breaking(
                    "resources.annotations.valid",
                    () -> resulting(
                            "prompts/get",
                            result -> result.withArray("messages")
                                    .forEach(message -> ((ObjectNode) message.get("content"))
                                            .putObject("annotations")
                                            .put("priority", 3))))
            .inEveryEra()),

    /** The time of change is a date of HTTP. */
    LAST_MODIFIED_OF_HTTP(breaking(
                    "resources.annotations.last-modified",
                    () -> each(
                            "resources/list",
                            "resources",
                            resource -> resource.putObject("annotations")
                                    .put("lastModified", "Wed, 18 Jun 2025 12:00:00 GMT")))
            .since("2025-06-18")),

    /** Files of the host can be read. */
    READS_THE_HOST(breaking(
                    "resources.security.uris-validated",
                    () -> answering(
                            call -> call.method().equals("resources/read")
                                    && call.params().path("uri").asText().endsWith("etc/passwd"),
                            response -> ResourceFault.contents(response, "root:x:0:0:root:/root:/bin/bash\n")))
            .inEveryEra()),

    /** A URI that does not parse crashes the server. */
    CRASHES_ON_NO_URI(breaking(
                    "resources.security.uris-validated",
                    () -> crashing(
                            "resources/read",
                            params -> params.path("uri").asText().contains(" ")))
            .inEveryEra());

    private static final String UPDATED = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/resources/updated\"}";

    private final Defect defect;

    ResourceFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    /** Changes the responses for resources that nobody has. */
    private static Behaviour missing(UnaryOperator<ObjectNode> change) {
        return answering(
                call -> call.method().equals("resources/read")
                        && call.params().path("uri").asText().contains("touchstone-"),
                change);
    }

    private static Behaviour each(String method, String member, Consumer<ObjectNode> change) {
        return resulting(method, result -> result.withArray(member).forEach(item -> change.accept((ObjectNode) item)));
    }

    /** Announces a change on the stream of a subscriber without saying of what. */
    private static boolean announcing(Call call) {
        if (call.method().equals("resources/subscribe")) {
            call.session().send(SseEvent.data(UPDATED).ofType("message"));
        }
        return false;
    }

    private static void forUrls(ObjectNode content) {
        if (content.has("blob")) {
            content.put("blob", content.get("blob").asText().replace("=", "").replace('A', '-'));
        }
    }

    private static ObjectNode empty(ObjectNode response) {
        response.remove("error");
        response.putObject("result").putArray("contents");
        return response;
    }

    private static ObjectNode contents(ObjectNode response, String text) {
        response.remove("error");
        response.putObject("result")
                .putArray("contents")
                .addObject()
                .put("uri", "file:///etc/passwd")
                .put("text", text);
        return response;
    }
}
