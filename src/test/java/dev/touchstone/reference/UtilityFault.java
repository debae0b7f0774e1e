package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Behaviours.answering;
import static dev.touchstone.reference.Behaviours.error;
import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.SseEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;

/** What servers get wrong about ping, cancellation and progress. */
enum UtilityFault implements Fault {

    /** A ping is answered with its status. */
    PING_SAYS_PONG(breaking(
                    "ping.empty-result",
                    () -> answering(UtilityFault::isPing, response -> {
                        return response.has("result") ? withPong(response) : response;
                    }))
            .everywhere()),

    /** From the second one on, the pings of a session wait for a worker that wakes up every few seconds. */
    PING_WAITS_FOR_WORKER(breaking("ping.prompt", Sluggish::new).only("2025-11-25")),

    /** Pings with params are refused: a schema that knows none. */
    PING_WITH_PARAMS_REFUSED(breaking(
                    "ping.with-params",
                    () -> answering(
                            call -> isPing(call) && !call.params().isMissingNode(),
                            response -> error(response, -32602, "ping takes no params")))
            .everywhere()),

    /** Pings wait for the end of the handshake. */
    PING_NEEDS_INITIALIZED(breaking(
                    "ping.before-initialized",
                    () -> answering(
                            call -> isPing(call) && !call.session().isInitialized(),
                            response -> error(response, -32000, "Server not initialized")))
            .everywhere()),

    /** Pings of the server carry the time. */
    SERVER_PING_WITH_TIME(breaking(
                    "ping.server-sent.form",
                    () -> Caller.sending(number -> "{\"jsonrpc\":\"2.0\",\"id\":\"t-" + number
                            + "\",\"method\":\"ping\",\"params\":{\"time\":" + number + "}}"))
            .everywhere()),

    /** The server pings without a pause. */
    PINGS_WITHOUT_PAUSE(breaking(
                    "ping.not-excessive", () -> Caller.sending(40, number -> Caller.ping("\"p-" + number + "\"")))
            .everywhere()),

    /** A cancellation of the server does not say of what. */
    CANCELS_NOTHING_IN_PARTICULAR(breaking(
                    "cancellation.server.request-id-present",
                    () -> Caller.sending(
                            number ->
                                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"reason\":\"late\"}}"))
            .everywhere()),

    /** A second cancellation of the same request ends the session. */
    SECOND_CANCELLATION_ENDS_SESSION(breaking("cancellation.race.graceful", () -> Mortal.repeatedly(cancelled()))),

    /** A cancellation of what is not known is not found. */
    UNKNOWN_CANCELLATION_404(breaking(
                    "cancellation.invalid.unknown-id",
                    () -> amending(
                            request -> cancels(request).asText().equals("touchstone-never-used"),
                            reply -> reply.status() == 202 ? Reply.notice(404, "not_found", "no such request") : reply))
            .everywhere()),

    /** A cancellation of what is done crashes: the entry is gone. */
    COMPLETED_CANCELLATION_500(breaking(
                    "cancellation.invalid.completed",
                    () -> amending(
                            request -> cancels(request).isIntegralNumber(),
                            reply -> reply.status() == 202 ? Reply.text(500, "text/plain", "KeyError") : reply))
            .everywhere()),

    /** A cancellation without params crashes. */
    EMPTY_CANCELLATION_500(breaking(
                    "cancellation.invalid.malformed",
                    () -> amending(
                            request -> cancelled().test(request)
                                    && !request.json().orElseThrow().has("params"),
                            reply -> reply.status() == 202 ? Reply.text(500, "text/plain", "TypeError") : reply))
            .everywhere()),

    /** Lists with a progress token are refused: a schema that knows no metadata. */
    PROGRESS_TOKEN_REFUSED(breaking(
                    "progress.token.any-request",
                    () -> answering(
                            call -> Behaviours.isList(call)
                                    && !call.params().at("/_meta/progressToken").isMissingNode(),
                            response -> error(response, -32602, "unrecognized key _meta")))
            .inEveryEra()),

    /** Tokens come back as strings. */
    PROGRESS_TOKEN_AS_STRING(breaking(
                    "progress.token.echoed",
                    () -> reporting(token -> Reporter.report(TextNode.valueOf(token.asText()), IntNode.valueOf(1))))
            .inEveryEra()),

    /** The same progress is reported twice. */
    PROGRESS_STANDS_STILL(
            breaking("progress.value.increases", () -> Reporter.values(1, 1)).inEveryEra()),

    /** Progress comes with a percent sign. */
    PROGRESS_IN_PERCENT(breaking(
                    "progress.value.number", () -> reporting(token -> Reporter.report(token, TextNode.valueOf("50%"))))
            .inEveryEra()),

    /** Progress of requests that asked for none is reported for the token 0. */
    PROGRESS_FOR_TOKEN_ZERO(breaking(
                    "progress.only-requested-tokens",
                    () -> new Reporter(token -> token.isMissingNode()
                            ? List.of(Reporter.report(IntNode.valueOf(0), IntNode.valueOf(1)))
                            : List.of()))
            .inEveryEra()),

    /** The last report comes after the result. */
    PROGRESS_AFTER_RESULT(
            breaking("progress.only-in-progress", UtilityFault::afterwards).byPost());

    private final Defect defect;

    UtilityFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static ObjectNode withPong(ObjectNode response) {
        response.withObject("/result").put("message", "pong");
        return response;
    }

    private static boolean isPing(Call call) {
        return call.method().equals("ping");
    }

    private static Predicate<Request> cancelled() {
        return request ->
                Behaviours.isNotification(request) && request.rpcMethod().equals("notifications/cancelled");
    }

    private static JsonNode cancels(Request request) {
        JsonNode none = IntNode.valueOf(0).path("none");
        return cancelled().test(request) ? request.json().orElseThrow().at("/params/requestId") : none;
    }

    private static Behaviour reporting(Function<JsonNode, ObjectNode> report) {
        return new Reporter(token -> token.isMissingNode() ? List.of() : List.of(report.apply(token)));
    }

    private static Behaviour afterwards() {
        return new Behaviour() {
            @Override
            public boolean streams(Call call) {
                return !call.method().equals("initialize");
            }

            @Override
            public Reply amend(Request request, Reply reply) {
                JsonNode token = request.json()
                        .map(json -> json.at("/params/_meta/progressToken"))
                        .orElse(IntNode.valueOf(0).path("none"));
                return Behaviours.isList(request) && !token.isMissingNode()
                        ? Behaviours.events(
                                reply,
                                events -> Behaviours.joined(
                                        events, List.of(SseEvent.message(Reporter.report(token, IntNode.valueOf(1))))))
                        : reply;
            }
        };
    }

    /** A server whose pings are late, from the second one of a session on. */
    private static final class Sluggish implements Behaviour {
        private final Map<String, Integer> pings = new ConcurrentHashMap<>();

        @Override
        public ObjectNode answer(Call call, ObjectNode response) {
            if (isPing(call) && pings.merge(call.session().id(), 1, Integer::sum) > 2) {
                LockSupport.parkNanos(Duration.ofMillis(2300).toNanos());
            }
            return response;
        }
    }
}
