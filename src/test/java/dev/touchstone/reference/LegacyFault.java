package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Behaviours.intercepting;
import static dev.touchstone.reference.Defect.breaking;
import static dev.touchstone.reference.LegacyStreams.greeting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.SseEvent;
import java.util.List;

/** What servers get wrong about HTTP with SSE, the transport of 2024-11-05. */
enum LegacyFault implements Fault {

    /** The announced URI takes no POST. */
    NO_POST_ENDPOINT(breaking(
                    "sse.endpoints.two",
                    () -> intercepting(r -> isMessage(r), request -> Reply.methodNotAllowed("GET")))
            .legacy()),

    /** The stream is not declared as one. */
    STREAM_IS_PLAIN_TEXT(breaking(
                    "sse.stream.content-type",
                    () -> amending(LegacyFault::isStream, reply -> reply.with("Content-Type", "text/plain")))
            .legacy()),

    /** The stream never says where to send messages. */
    NO_ENDPOINT_EVENT(breaking("sse.endpoint-event.sent", () -> greeting(uri -> List.of()))
            .legacy()),

    /** A log message comes before the endpoint event. */
    MESSAGE_BEFORE_ENDPOINT(breaking(
                    "sse.endpoint-event.first", () -> greeting(uri -> List.of(LegacyStreams.LOG, endpoint(uri))))
            .legacy()),

    /** The announced URI lacks the prefix under which a proxy serves it. */
    URI_NOT_FOUND(breaking("sse.endpoint-event.uri-usable", () -> greeting(uri -> List.of(endpoint("/api" + uri))))
            .legacy()),

    /** The announced URI names the server by another host. */
    URI_ON_OTHER_ORIGIN(breaking("sse.endpoint-event.same-origin", LegacyStreams.OtherHost::new)
            .legacy()),

    /** Responses of the client are not taken. */
    RESPONSES_REFUSED(breaking(
                    "sse.post.all-messages",
                    () -> intercepting(r -> isMessage(r) && isResponse(r), r -> Reply.notice(400, "bad", "no request")))
            .legacy()),

    /** A ping is answered on the stream while its POST fails with 500. */
    ANSWERED_YET_500(breaking(
                    "sse.post.success-status",
                    () -> amending(r -> isMessage(r) && r.asks("ping"), LegacyFault::failing))
            .legacy()),

    /** Answers to lists come as events of a type that nobody listens for. */
    STRANGE_EVENT_TYPE(
            breaking("sse.message-event", LegacyStreams.StrangeType::new).legacy()),

    /** A ping is answered in the body of its POST. */
    ANSWERED_IN_THE_POST(
            breaking("sse.response-on-stream", LegacyStreams.InThePost::new).legacy()),

    /** Answers go to every stream that is open. */
    BROADCAST(
            breaking("sse.multi-client", LegacyStreams.Broadcast::new).legacy().alone()),

    /** A message for a stream that is not open is taken and lost. */
    UNKNOWN_SESSION_202(breaking(
                    "sse.post.unknown-session-refused",
                    () -> amending((r, reply) -> isMessage(r) && reply.status() == 404 ? Reply.empty(202) : reply))
            .legacy()),

    /** A body that is no JSON is taken and lost. */
    MALFORMED_202(breaking(
                    "sse.post.malformed-refused",
                    () -> amending((r, reply) -> isMessage(r) && reply.status() == 400 ? Reply.empty(202) : reply))
            .legacy()),

    /** A POST to the address of the stream crashes, so that newer clients do not fall back. */
    POST_TO_STREAM_500(breaking(
                    "sse.post-to-sse-url.4xx",
                    () -> intercepting(
                            r -> r.path().equals("/sse") && r.is("POST"), r -> Reply.text(500, "text/plain", "Oops")))
            .legacy()),

    /** Foreign pages may connect. */
    ORIGIN_IGNORED(breaking(
                    "sse.origin.validated",
                    () -> OriginFault.trusting(r -> !r.path().equals("/mcp")))
            .legacy()),

    /** A new stream starts with the last message of the stream before. */
    STALE_MESSAGE(breaking("sse.shutdown.stream-close", LegacyStreams.Stale::new)
            .legacy()
            .alone());

    private final Defect defect;

    LegacyFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    static boolean isStream(Request request) {
        return request.path().equals("/sse") && request.is("GET");
    }

    static boolean isMessage(Request request) {
        return request.path().equals("/messages") && request.is("POST");
    }

    private static SseEvent endpoint(String uri) {
        return SseEvent.data(uri).ofType("endpoint");
    }

    private static boolean isResponse(Request request) {
        return request.json().map(json -> !json.has("method") && json.has("id")).orElse(false);
    }

    private static Reply failing(Reply reply) {
        return reply.status() == 202 ? Reply.text(500, "text/plain", "Oops") : reply;
    }

    static String pong(Request request) {
        JsonNode id = request.json().orElseThrow().get("id");
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{}}";
    }
}
