package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Behaviours.answering;
import static dev.touchstone.reference.Behaviours.document;
import static dev.touchstone.reference.Behaviours.intercepting;
import static dev.touchstone.reference.Defect.breaking;
import static dev.touchstone.reference.StatelessBehaviours.refusing;
import static dev.touchstone.reference.StatelessBehaviours.saying;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.SseEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** What servers without sessions get wrong about JSON-RPC. */
enum StatelessJsonRpcFault implements Fault {

    /** String ids are refused by a validator that knows integers only. */
    STRING_IDS_REFUSED(breaking(
            "jsonrpc.request.id-types-accepted",
            () -> amending(
                    request -> id(request).isTextual(),
                    reply -> reply.status() == 200 ? SeedServers.unprocessableId() : reply))),

    /** An unknown method is refused before the id is looked at. */
    NOT_FOUND_WITHOUT_ID(breaking(
            "jsonrpc.error.id-echo", () -> refusing(-32601, reply -> document(reply, error -> error.remove("id"))))),

    /** Requests with negative ids, which a framework keeps for itself, have null for a result. */
    RESULT_IS_NULL(breaking(
            "jsonrpc.response.result-object",
            () -> answering(call -> call.message().path("id").asInt() < 0, response -> response.putNull("result")))),

    /** The handler of one list builds its result by itself. */
    RESULT_TYPE_FORGOTTEN(breaking("jsonrpc.result-type.present", () -> ofPrompts(r -> r.remove("resultType")))),

    /** A result is of a type that no extension defines. */
    RESULT_TYPE_OF_ITS_OWN(breaking("jsonrpc.result-type.known", () -> ofPrompts(r -> r.put("resultType", "page")))),

    /** Errors have status 200, as frameworks of JSON-RPC have it. */
    NOT_FOUND_200(breaking(
            "jsonrpc.method-not-found.http-404",
            () -> amending(
                    (request, reply) -> StatelessBehaviours.refusal(reply, -32601) ? reply.withStatus(200) : reply))),

    /** An unknown method is not found, and nothing says that it is the method. */
    NOT_FOUND_WITHOUT_BODY(breaking(
            "jsonrpc.method-not-found.http-404",
            () -> amending((request, reply) ->
                    request.rpcMethod().startsWith("touchstone/") && StatelessBehaviours.refusal(reply, -32601)
                            ? Reply.empty(404)
                            : reply))),

    /** A ping is served as ever. */
    PING_STILL_SERVED(breaking(
            "jsonrpc.method-not-found.removed-methods",
            () -> answering(call -> call.method().equals("ping"), response -> {
                response.remove("error");
                response.putObject("result")
                        .put("resultType", "complete")
                        .putObject("_meta")
                        .putObject("io.modelcontextprotocol/serverInfo")
                        .put("name", "touchstone-demo")
                        .put("version", "1.0.0");
                return response;
            }))),

    /** A null id is an id like any other. */
    NULL_ID_SERVED_STATELESS(breaking(
            "jsonrpc.request.null-id-refused",
            () -> intercepting(
                    request -> request.asks("server/discover") && id(request).isNull(),
                    request -> Reply.text(
                            200, Reply.JSON, "{\"jsonrpc\":\"2.0\",\"id\":null,\"result\":" + discovered())))),

    /** An array gets an array, whatever is in it. */
    ARRAYS_STILL_TAKEN_STATELESS(breaking(
            "batching.removed.array-refused",
            () -> intercepting(
                    request -> request.json().filter(JsonNode::isArray).isPresent(),
                    request -> Reply.text(200, Reply.JSON, "[]")))),

    /** What a request says is gathered in an array. */
    ARRAYS_IN_EVENTS_STATELESS(breaking(
            "batching.absent.server-never-sends",
            () -> StatelessBehaviours.streaming(
                    SseEvent.data("[{\"jsonrpc\":\"2.0\",\"method\":\"notifications/demo/hello\"}]")))),

    /** A response of the client is taken in silence. */
    CLIENT_RESPONSE_202(breaking(
            "jsonrpc.client-response.rejected",
            () -> intercepting(
                    request -> request.json()
                            .filter(json -> json.has("result") && !json.has("method"))
                            .isPresent(),
                    request -> Reply.empty(202)))),

    /** A cancellation is answered like a request. */
    CANCELLATION_GETS_RESULT(breaking(
            "jsonrpc.notification.no-response",
            () -> amending(
                    request -> Behaviours.isNotification(request)
                            && request.rpcMethod().equals("notifications/cancelled"),
                    reply -> Reply.text(
                            200,
                            Reply.JSON,
                            "{\"jsonrpc\":\"2.0\",\"id\":null,\"result\":{\"resultType\":\"complete\"}}")))),

    /** A notification has an id. */
    NOTIFICATION_WITH_ID(breaking(
            "jsonrpc.server-notification.no-id",
            () -> saying(
                    Behaviours::isList, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"notifications/demo/hello\"}"))),

    /** A code of the revision before. */
    CODE_RETIRED(breaking("jsonrpc.error-code.retired", () -> coded(-32042))),

    /** A code that the protocol may define one day. */
    CODE_OF_THE_PROTOCOL(breaking("jsonrpc.error-code.reserved-range", () -> coded(-32050))),

    /** The code that every SDK had for everything. */
    CODE_OF_LEGACY(breaking("jsonrpc.error-code.legacy-range", () -> coded(-32000))),

    /** Whatever is wrong before the method is called is the fault of headers. */
    EVERYTHING_IS_A_MISMATCH(breaking("jsonrpc.error-code.defined-meaning", () -> coded(-32020))),

    /** A second request with the id of an earlier one is taken for the same. */
    ANSWERS_BY_ID(breaking("jsonrpc.same-id-different-clients", Deduplicating::new)),

    /** After a method that is a number the next request fails: the process is started again. */
    BAD_METHOD_ENDS_PROCESS(
            breaking("jsonrpc.malformed.session-survives", Restarting::new).alone());

    private final Defect defect;

    StatelessJsonRpcFault(Defect defect) {
        this.defect = defect.stateless();
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static JsonNode id(Request request) {
        return request.json()
                .map(json -> json.path("id"))
                .orElseGet(() -> Behaviours.parse("{}").path("id"));
    }

    /** The end of an answer to discovery. */
    private static String discovered() {
        return """
            {"resultType":"complete","supportedVersions":["2026-07-28"],"capabilities":{},"ttlMs":0,"cacheScope":"public",
             "_meta":{"io.modelcontextprotocol/serverInfo":{"name":"touchstone-demo","version":"1.0.0"}}}}""";
    }

    private static Behaviour ofPrompts(Consumer<ObjectNode> change) {
        return answering(call -> call.method().equals("prompts/list"), response -> {
            if (response.get("result") instanceof ObjectNode result) {
                change.accept(result);
            }
            return response;
        });
    }

    /** Refuses null ids by a code. */
    private static Behaviour coded(int code) {
        return amending((request, reply) -> id(request).isNull() && StatelessBehaviours.refusal(reply, -32600)
                ? document(reply, error -> error.withObject("/error").put("code", code))
                : reply);
    }

    /** Gives one request of two with the same id the reply to the other. */
    private static final class Deduplicating implements Behaviour {
        private static final long PATIENCE = Duration.ofSeconds(1).toNanos();

        private final Map<JsonNode, Reply> replies = new ConcurrentHashMap<>();

        @Override
        public Reply amend(Request request, Reply reply) {
            if (!request.rpcMethod().equals("touchstone/same-id")) {
                replies.put(id(request), reply);
                return reply;
            }
            long end = System.nanoTime() + PATIENCE;
            while (!replies.containsKey(id(request)) && System.nanoTime() < end) {
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            }
            return replies.getOrDefault(id(request), reply);
        }
    }

    /** Fails once after a request of a kind. */
    private static final class Restarting implements Behaviour {
        private final AtomicBoolean down = new AtomicBoolean();

        @Override
        public Optional<Reply> intercept(Request request) {
            boolean deadly = request.json()
                    .map(json -> json.has("id") && json.path("method").isNumber())
                    .orElse(false);
            boolean was = down.getAndSet(deadly);
            return was ? Optional.of(Reply.text(503, "text/plain", "starting")) : Optional.empty();
        }
    }
}
