package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.answering;
import static dev.touchstone.reference.Behaviours.error;
import static dev.touchstone.reference.Behaviours.initializing;
import static dev.touchstone.reference.Behaviours.intercepting;
import static dev.touchstone.reference.Behaviours.negotiating;
import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.List;
import java.util.Set;

/** What servers get wrong about initialization and version negotiation. */
enum LifecycleFault implements Fault {

    /** Ping, which every server has to answer, is an unknown method: gateways that only know tools. */
    PING_UNKNOWN(breaking(
                    "lifecycle.base-protocol.supported",
                    () -> answering(call -> call.method().equals("ping"), r -> error(r, -32601, "Method not found")))
            .everywhere()),

    /** Ping crashes, and the framework answers by its error page. */
    PING_ERROR_PAGE(breaking(
            "lifecycle.base-protocol.supported",
            () -> new PlainAnswers(
                    call -> call.method().equals("ping"),
                    request -> request.asks("ping"),
                    reply -> Behaviours.errorPage()))),

    /** A declared list crashes, and the framework answers by its error page. */
    LIST_ERROR_PAGE(breaking("lifecycle.initialized.then-operational", () -> Behaviours.failing("prompts/list"))),

    /** Resources are declared and have no handler. */
    DECLARED_WITHOUT_HANDLER(breaking(
                    "lifecycle.initialized.then-operational",
                    () -> answering(
                            call -> call.method().startsWith("resources/"),
                            response -> error(response, -32601, "Method not found")))
            .everywhere()),

    /** initialize is an unknown method: hand-written endpoints that begin with tools/list. */
    INITIALIZE_UNKNOWN(breaking(
                    "lifecycle.initialize.result",
                    () -> answering(
                            call -> call.method().equals("initialize"), r -> error(r, -32601, "Method not found")))
            .everywhere()
            .only("2024-11-05", "2025-11-25")),

    /** The result of initialize has no serverInfo at all: hand-written handlers that echo the client's fields. */
    SERVER_INFO_ABSENT(
            breaking("lifecycle.initialize.server-info", () -> initializing(result -> result.remove("serverInfo")))
                    .everywhere()),

    /** The protocol version is a number: YAML configuration read without quotes. */
    VERSION_IS_A_NUMBER(breaking(
                    "lifecycle.initialize.protocol-version-string",
                    () -> initializing(result -> {
                        String version = result.path("protocolVersion").asText();
                        result.put("protocolVersion", Integer.parseInt(version.replace("-", "")));
                    }))
            .everywhere()),

    /** The capabilities are a list: languages in which an empty map is encoded as an empty array. */
    CAPABILITIES_ARE_A_LIST(
            breaking("lifecycle.initialize.capabilities-object", () -> initializing(r -> r.putArray("capabilities")))
                    .everywhere()),

    /** serverInfo has a name and no version: the field is not asked for by the framework. */
    SERVER_VERSION_ABSENT(breaking(
                    "lifecycle.initialize.server-info",
                    () -> initializing(
                            result -> result.withObject("/serverInfo").remove("version")))
            .everywhere()),

    /** The instructions are a list of paragraphs. */
    INSTRUCTIONS_ARE_A_LIST(breaking(
                    "lifecycle.initialize.instructions-string",
                    () -> initializing(result -> result.putArray("instructions").add("Be brief.")))
            .everywhere()),

    /** An unknown client capability is refused: strict schemas that forbid additional properties. */
    UNKNOWN_CAPABILITY_REFUSED(breaking(
                    "lifecycle.initialize.extra-client-capabilities-tolerated",
                    () -> answering(
                            call -> call.method().equals("initialize") && hasUnknown(call.params()),
                            response -> error(response, -32602, "unrecognized keys")))
            .everywhere()),

    /** Everybody is answered the newest revision, though older ones are served and taken in the version header. */
    NEWEST_FOR_EVERYBODY(
            breaking("lifecycle.version.echo-supported", () -> negotiating((asked, supported) -> supported.get(0)))
                    .only("2025-11-25")),

    /** An outdated revision is refused with an error instead of a counter-offer. */
    OLD_VERSION_REFUSED(breaking(
                    "lifecycle.version.counter-offer",
                    () -> answering(
                            call -> isOutdated(
                                    call.params().path("protocolVersion").asText()),
                            response -> error(response, -32000, "Unsupported protocol version")))
            .everywhere()),

    /** The revision offered to outdated clients is itself refused: a constant that nobody updated. */
    OFFERS_WHAT_IT_REFUSES(breaking(
            "lifecycle.version.counter-offer-supported",
            () -> negotiating(
                    (asked, supported) -> isOutdated(asked) ? offer(asked, supported) : fair(asked, supported)))),

    /** The revision offered is the oldest one that is spoken. */
    OFFERS_THE_OLDEST(breaking(
            "lifecycle.version.counter-offer-latest",
            () -> negotiating(
                    (asked, supported) -> supported.contains(asked) ? asked : supported.get(supported.size() - 1)))),

    /** A revision that does not exist yet is agreed to: servers that echo whatever was asked. */
    ECHOES_THE_FUTURE(breaking(
                    "lifecycle.version.future-version",
                    () -> negotiating(
                            (asked, supported) -> asked.matches("\\d{4}-\\d\\d-\\d\\d") && asked.compareTo("2027") > 0
                                    ? asked
                                    : fair(asked, supported)))
            .everywhere()),

    /** A version that is no date crashes the server: the date is parsed before it is compared. */
    CRASHES_ON_STRANGE_VERSION(breaking(
                    "lifecycle.errors.version-mismatch-handled",
                    () -> intercepting(
                            request -> request.asks("initialize")
                                    && request.json()
                                            .orElseThrow()
                                            .at("/params/protocolVersion")
                                            .asText()
                                            .equals("1.0.0"),
                            request -> Reply.text(500, "text/plain", "Internal Server Error")))
            .everywhere()),

    /** Lists are served to clients that never initialized, by a server that otherwise keeps sessions. */
    SERVES_WITHOUT_INITIALIZE(breaking(
            "lifecycle.order.initialize-first",
            () -> intercepting(
                    request -> request.asks("tools/list") && isStranger(request),
                    request -> Reply.json(
                            200, Behaviours.parse(emptyList(request.json().orElseThrow())))))),

    /** After the client is ready the prompts are still refused: the notification is lost on the way. */
    NEVER_OPERATIONAL(breaking(
                    "lifecycle.initialized.then-operational",
                    () -> answering(
                            call -> call.method().equals("prompts/list"),
                            response -> error(response, -32602, "Received request before initialization was complete")))
            .everywhere()),

    /** Log levels are set although logging is not declared. */
    UNDECLARED_LOGGING_SERVED(breaking("lifecycle.capabilities.undeclared-feature-rejected", LoggingUndeclared::new)
            .everywhere()),

    /** A change of the tools is announced before the client says it is ready. */
    TALKS_TOO_EARLY(breaking("lifecycle.pre-initialized.server-quiet", Chatter::beforeInitialized)
            .everywhere()),

    /** A message of a later revision is sent under an older one that only advises against it. */
    LATER_MESSAGE_UNDER_OLD_REVISION(breaking(
                    "lifecycle.operation.respect-version.should",
                    () -> Chatter.after(Chatter.ELICITATION_COMPLETE, Set.of("2024-11-05", "2025-03-26")))
            .everywhere()
            .only("2024-11-05", "2025-03-26")),

    /** A message of a later revision is sent where the text forbids it. */
    LATER_MESSAGE_UNDER_NEW_REVISION(breaking("lifecycle.operation.respect-version.must", Chatter::ofLaterRevisions)
            .sinceVersionHeader()),

    /** The roots are asked for though the client has none, under a revision that only advises against it. */
    ROOTS_ASKED_UNDER_OLD_REVISION(breaking(
                    "lifecycle.operation.only-negotiated.should",
                    () -> Chatter.after(Chatter.ROOTS_LIST, Set.of("2024-11-05", "2025-03-26")))
            .everywhere()
            .only("2024-11-05", "2025-03-26")),

    /** The roots are asked for though the client has none, where the text forbids it. */
    ROOTS_ASKED_UNDER_NEW_REVISION(breaking(
                    "lifecycle.operation.only-negotiated.must",
                    () -> Chatter.after(Chatter.ROOTS_LIST, Set.of("2025-06-18", "2025-11-25")))
            .sinceVersionHeader()),

    /** A client that drops its stream takes the server with it: one transport for everybody. */
    ABORTED_STREAM_WEDGES_SERVER(
            breaking("lifecycle.shutdown.connection-close", Wedged::new).alone());

    private static final Set<String> CAPABILITIES = Set.of("roots", "sampling", "elicitation", "experimental", "tasks");

    private final Defect defect;

    LifecycleFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static boolean isStranger(Request request) {
        return Behaviours.atEndpoint(request)
                && request.sessionId().isEmpty()
                && request.header("Origin").isEmpty();
    }

    private static boolean hasUnknown(JsonNode params) {
        for (var names = params.path("capabilities").fieldNames(); names.hasNext(); ) {
            if (!CAPABILITIES.contains(names.next())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutdated(String version) {
        return version.matches("\\d{4}-\\d\\d-\\d\\d") && version.compareTo("2024-11-05") < 0;
    }

    private static String offer(String asked, List<String> supported) {
        return asked.equals("2024-10-07") ? supported.get(0) : "2024-10-07";
    }

    private static String fair(String asked, List<String> supported) {
        return supported.contains(asked) ? asked : supported.get(0);
    }

    private static String emptyList(JsonNode request) {
        return "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":{\"tools\":[]}}".formatted(request.get("id"));
    }

    /** Takes levels without having declared that it logs, and never logs. */
    private static final class LoggingUndeclared implements Behaviour {
        @Override
        public ObjectNode answer(Call call, ObjectNode response) {
            if (call.method().equals("initialize") && response.has("result")) {
                response.withObject("/result/capabilities").remove("logging");
            }
            return response;
        }

        @Override
        public List<JsonNode> tells(Call call) {
            return call.context().told().stream()
                    .filter(message -> !Tells.isLog(message))
                    .toList();
        }
    }
}
