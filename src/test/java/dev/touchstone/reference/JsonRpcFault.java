package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Behaviours.answering;
import static dev.touchstone.reference.Behaviours.error;
import static dev.touchstone.reference.Behaviours.text;
import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Body;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What servers get wrong about JSON-RPC, the envelope of every message. */
enum JsonRpcFault implements Fault {

    /** Refusals of the transport come with an id that nobody sent. */
    REFUSALS_WITH_AN_ID_OF_THEIR_OWN(breaking(
                    "jsonrpc.error.id-omitted-only-when-unreadable",
                    () -> amending((request, reply) ->
                            request.json().filter(json -> json.has("id")).isPresent()
                                            && reply.status() >= 400
                                            && text(reply).contains("\"error\":{")
                                    ? Behaviours.document(reply, document -> document.put("id", "server-error"))
                                    : reply))
            .only("2025-11-25")),

    /** Errors lack the version: written by hand where successes come from a library. */
    ERRORS_WITHOUT_VERSION(breaking("jsonrpc.version-member", () -> failing(response -> response.remove("jsonrpc")))
            .inEveryEra()),

    /** The branch for unknown methods no longer knows the id. */
    UNKNOWN_METHOD_WITHOUT_ID(breaking("jsonrpc.response.same-id", () -> unknown(response -> response.putNull("id")))
            .everywhere()),

    /** Ids come back as strings: a field of type string in the type of the message. */
    IDS_BECOME_STRINGS(
            breaking("jsonrpc.response.id-type-preserved", () -> answering(call -> true, JsonRpcFault::withTextId))
                    .inEveryEra()),

    /** Zero is taken for no id: tested for truth. */
    ID_ZERO_IS_NONE(breaking(
                    "jsonrpc.response.id-type-preserved",
                    () -> amending(
                            request -> Behaviours.isRequest(request)
                                    && request.json().orElseThrow().path("id").equals(IntNode.valueOf(0)),
                            reply -> Reply.empty(202)))
            .byPost()),

    /** An unknown method is answered with an envelope and nothing in it. */
    EMPTY_ENVELOPE(breaking("jsonrpc.response.result-or-error", () -> unknown(response -> response.remove("error")))
            .inEveryEra()),

    /** Results come with a null error: a serializer that writes every field. */
    NULL_ERROR_BESIDE_RESULT(breaking(
                    "jsonrpc.response.not-both",
                    () -> answering(
                            call -> true, response -> response.has("result") ? response.putNull("error") : response))
            .inEveryEra()),

    /** Setting the log level results in true: what the handler returned. */
    RESULT_IS_TRUE(breaking(
                    "jsonrpc.response.result-object",
                    () -> answering(
                            call -> call.method().equals("logging/setLevel"),
                            response -> response.has("result")
                                    ? response.<ObjectNode>set("result", BooleanNode.TRUE)
                                    : response))
            .everywhere()),

    /** The code of an error is a string. */
    CODE_IS_A_STRING(breaking(
                    "jsonrpc.error.code-integer",
                    () -> failing(response -> response.withObject("/error")
                            .put("code", response.at("/error/code").asText())))
            .inEveryEra()),

    /** Errors have no message: exceptions without a text. */
    MESSAGE_IS_NULL(breaking(
                    "jsonrpc.error.message-string",
                    () -> failing(response -> response.withObject("/error").putNull("message")))
            .inEveryEra()),

    /** The message of an error is all that a validator had to say. */
    VALIDATOR_REPORT_AS_MESSAGE(breaking(
                    "jsonrpc.error.message-concise",
                    () -> failing(
                            response -> response.withObject("/error")
                                    .put(
                                            "message",
                                            "2 validation errors\nparams.name\n  Field required\nparams.arguments\n  Not a dictionary")))
            .inEveryEra()),

    /** Text that is no JSON is an internal error: any exception of the parser. */
    PARSE_ERROR_IS_INTERNAL(breaking(
                    "jsonrpc.error.parse-error",
                    () -> amending((request, reply) -> request.json().isEmpty() ? coded(reply, -32700, -32603) : reply))
            .inEveryEra()),

    /** A parse error names the id of some earlier request. */
    PARSE_ERROR_WITH_ID(breaking(
                    "jsonrpc.error.parse-error",
                    () -> amending((request, reply) -> text(reply).contains("-32700")
                            ? Behaviours.document(reply, document -> document.put("id", 1))
                            : reply))
            .inEveryEra()),

    /** What is no request is an internal error. */
    INVALID_REQUEST_IS_INTERNAL(breaking(
                    "jsonrpc.error.invalid-request",
                    () -> amending((request, reply) -> hasWrongMethod(request) ? coded(reply, -32600, -32603) : reply))
            .inEveryEra()),

    /** A request that says another version of JSON-RPC is served, as most hand-written servers do. */
    VERSION_NOT_LOOKED_AT(breaking(
            "jsonrpc.error.invalid-request",
            () -> Behaviours.intercepting(
                    request -> request.session().isPresent()
                            && request.asks("ping")
                            && request.json()
                                    .orElseThrow()
                                    .path("jsonrpc")
                                    .asText()
                                    .equals("1.0"),
                    JsonRpcFault::pong))),

    /** Unknown methods are invalid params: a validator over all known requests. */
    UNKNOWN_METHOD_IS_INVALID_PARAMS(breaking(
                    "jsonrpc.error.method-not-found",
                    () -> unknown(response -> error(response, -32602, "Invalid request parameters")))
            .inEveryEra()),

    /** Reading nothing in particular is an internal error. */
    MISSING_URI_IS_INTERNAL(breaking(
                    "jsonrpc.error.invalid-params",
                    () -> answering(
                            call -> call.method().equals("resources/read")
                                    && !call.params().has("uri"),
                            response -> error(response, -32603, "Cannot read properties of undefined")))
            .everywhere()),

    /** An error code of the server's own lies in the reserved range. */
    CODE_IN_RESERVED_RANGE(breaking(
                    "jsonrpc.error.reserved-codes",
                    () -> amending((request, reply) -> hasNullId(request) ? coded(reply, -32600, -32500) : reply))
            .inEveryEra()),

    /** A null id is an id like any other. */
    NULL_ID_SERVED(breaking(
            "jsonrpc.request.null-id-refused",
            () -> Behaviours.intercepting(
                    request -> request.session().isPresent() && request.asks("ping") && hasNullId(request),
                    JsonRpcFault::pong))),

    /** Pings of the server have a fraction as id: a clock. */
    SERVER_ID_IS_A_FRACTION(breaking(
                    "jsonrpc.server-request.id-present", () -> Caller.sending(number -> Caller.ping(number + ".5")))
            .everywhere()),

    /** Pings of the server have no id at all, so that nobody answers them. */
    SERVER_PING_WITHOUT_ID(breaking(
                    "jsonrpc.server-request.id-present",
                    () -> Caller.sending(number -> "{\"jsonrpc\":\"2.0\",\"method\":\"ping\"}"))
            .everywhere()),

    /** Pings of the server have null as id. */
    SERVER_ID_IS_NULL(
            breaking("jsonrpc.server-request.id-not-null", () -> Caller.sending(number -> Caller.ping("null")))
                    .everywhere()),

    /** Pings of the server all have the same id. */
    SERVER_ID_REUSED(
            breaking("jsonrpc.server-request.id-unique", () -> Caller.sending(number -> Caller.ping("\"alive\"")))
                    .everywhere()),

    /** A notification of the server has an id. */
    SERVER_NOTIFICATION_WITH_ID(breaking(
                    "jsonrpc.server-notification.no-id",
                    () -> Caller.sending(number ->
                            "{\"jsonrpc\":\"2.0\",\"id\":" + number + ",\"method\":\"notifications/demo/hello\"}"))
            .everywhere()),

    /** The end of the handshake is answered like a request. */
    NOTIFICATION_GETS_RESULT(breaking(
                    "jsonrpc.notification.no-response",
                    () -> amending(
                            request -> Behaviours.isNotification(request)
                                    && request.rpcMethod().equals("notifications/initialized"),
                            reply -> reply.status() == 202 ? nobody("\"result\":{}") : reply))
            .everywhere()),

    /** A notification that nobody knows is answered with an error. */
    UNKNOWN_NOTIFICATION_GETS_ERROR(breaking(
                    "jsonrpc.notification.unknown-silent",
                    () -> amending(
                            request -> Behaviours.isNotification(request)
                                    && request.rpcMethod().startsWith("notifications/touchstone"),
                            reply -> reply.status() != 202
                                    ? reply
                                    : nobody("\"error\":{\"code\":-32601,\"message\":\"Method not found\"}")))
            .inEveryEra()),

    /** JSON is written in Latin-1: the default of an old platform. */
    JSON_IN_LATIN_1(breaking(
            "jsonrpc.utf8", () -> new PlainAnswers(Behaviours::isList, Behaviours::isList, JsonRpcFault::inLatin1))),

    /** JSON is read as Latin-1, so that what comes back is damaged. */
    JSON_READ_AS_LATIN_1(breaking("jsonrpc.utf8", () -> answering(call -> true, JsonRpcFault::withDamagedId))
            .byPost()),

    /** A request whose method is a number ends the session: the exception reaches its loop. */
    BAD_METHOD_ENDS_SESSION(
            breaking("jsonrpc.malformed.session-survives", () -> Mortal.of(JsonRpcFault::hasWrongMethod)));

    private static final String KNOWN =
            "initialize|ping|(server|tools|resources|prompts|logging|completion|tasks|subscriptions)/.*";

    private final Defect defect;

    JsonRpcFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    /** Changes the errors of calls. */
    private static Behaviour failing(Consumer<ObjectNode> change) {
        return answering(call -> !call.method().equals("initialize"), response -> {
            if (response.has("error")) {
                change.accept(response);
            }
            return response;
        });
    }

    private static Behaviour unknown(Consumer<ObjectNode> change) {
        Predicate<Call> unknown = call -> !call.method().matches(KNOWN);
        return answering(unknown, response -> {
            change.accept(response);
            return response;
        });
    }

    private static ObjectNode withTextId(ObjectNode response) {
        return response.put("id", response.path("id").asText());
    }

    private static ObjectNode withDamagedId(ObjectNode response) {
        JsonNode id = response.path("id");
        String damaged = new String(id.asText().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return id.isTextual() ? response.<ObjectNode>set("id", TextNode.valueOf(damaged)) : response;
    }

    private static Reply coded(Reply reply, int right, int wrong) {
        return text(reply).contains("\"code\":" + right)
                ? Behaviours.document(
                        reply, document -> document.withObject("/error").put("code", wrong))
                : reply;
    }

    private static boolean hasWrongMethod(Request request) {
        return request.json()
                .map(json -> json.has("id") && json.path("method").isNumber())
                .orElse(false);
    }

    private static boolean hasNullId(Request request) {
        return request.json().map(json -> json.path("id").isNull()).orElse(false);
    }

    private static Reply pong(Request request) {
        return Reply.text(200, Reply.JSON, LegacyFault.pong(request));
    }

    private static Reply nobody(String outcome) {
        return Reply.text(200, Reply.JSON, "{\"jsonrpc\":\"2.0\",\"id\":null," + outcome + "}");
    }

    private static Reply inLatin1(Reply reply) {
        String accented = text(reply).replaceFirst("\"result\":\\{", "\"result\":{\"note\":\"Grüße\",");
        return reply.withBody(new Body.Fixed(accented.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
