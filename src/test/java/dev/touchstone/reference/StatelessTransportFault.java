package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Behaviours.events;
import static dev.touchstone.reference.Behaviours.intercepting;
import static dev.touchstone.reference.Behaviours.isList;
import static dev.touchstone.reference.Behaviours.joined;
import static dev.touchstone.reference.Defect.breaking;

import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.SseEvent;

/** What servers without sessions get wrong about HTTP and event streams. */
enum StatelessTransportFault implements Fault {

    /** Discovery is open to foreign pages: it says nothing secret. */
    DISCOVERY_UNPROTECTED(breaking(
            "transport.origin.validated", () -> OriginFault.trusting(request -> request.asks("server/discover")))),

    /** Notifications of foreign pages are taken. */
    NOTIFICATIONS_UNPROTECTED(
            breaking("transport.origin.validated-all-methods", () -> OriginFault.trusting(Behaviours::isNotification))),

    /** A foreign Origin is refused with 400. */
    FOREIGN_ORIGIN_400_STATELESS(breaking(
            "transport.origin.invalid-403",
            () -> amending((request, reply) -> reply.status() == 403 ? reply.withStatus(400) : reply))),

    /** Lists are answered as text. */
    LISTS_ARE_PLAIN_TEXT_STATELESS(breaking(
            "transport.post.request-content-type",
            () -> new PlainAnswers(Behaviours::isList, Behaviours::isList, r -> r.with("Content-Type", "text/plain")))),

    /** The server pings on the stream of a list. */
    PINGS_ON_STREAMS(breaking(
            "http.sse.no-server-requests",
            () -> StatelessBehaviours.streaming(
                    SseEvent.data("{\"jsonrpc\":\"2.0\",\"id\":\"s-1\",\"method\":\"ping\"}")))),

    /** The response comes twice: once streamed, and once since the handler returned it. */
    RESPONSE_TWICE(breaking(
            "http.sse.exactly-one-response",
            () -> amending((request, reply) -> isList(request)
                    ? events(reply, all -> joined(all, all.subList(all.size() - 1, all.size())))
                    : reply))),

    /** An event that is no JSON closes the answer, as streams of language models do. */
    DONE_MARKER_STATELESS(breaking("http.sse.framing", () -> new Streaming(StreamFault::withDoneMarker))),

    /** The stream of a list stays open after the response. */
    STREAM_LEFT_OPEN(
            breaking("http.sse.ends-after-response", () -> new Streaming(s -> StreamFault.openEnded(s.events())))),

    /** A notification whose method is a number is answered 200, with an error. */
    MALFORMED_NOTIFICATION_200(breaking(
            "http.notification.refused-status",
            () -> amending((request, reply) -> isMalformed(request) ? reply.withStatus(200) : reply))),

    /** The stream of a list says that another request is cancelled. */
    LIST_CANCELS(breaking(
            "cancel.server-sent.only-listen",
            () -> StatelessBehaviours.streaming(SseEvent.data(
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}")))),

    /** A cancellation without params crashes. */
    EMPTY_CANCELLATION_500_STATELESS(breaking(
            "cancel.notification.invalid.ignored",
            () -> amending((request, reply) -> isEmptyCancellation(request) ? reply.withStatus(500) : reply))),

    /** Lists are served over connections that are kept alone. */
    LISTS_NEED_A_KEPT_CONNECTION(breaking(
            "http.stateless.any-connection",
            () -> intercepting(
                    request -> isList(request)
                            && request.header("Connection")
                                    .filter("close"::equalsIgnoreCase)
                                    .isPresent(),
                    request -> Reply.notice(409, "unknown_connection", "discovery comes first")))),

    /** There is one worker, and whoever listens has it. */
    LISTENER_KEEPS_THE_WORKER(
            breaking("http.stateless.concurrent-requests", Overlaps::oneWorker).alone()),

    /** The id of the request is in a field, and the next request writes into it. */
    ID_OF_THE_NEXT_REQUEST(breaking("http.stateless.concurrent-requests", Overlaps::sharedField)
            .alone()),

    /** Progress of the call before goes on in the next stream. */
    PROGRESS_OF_THE_CALL_BEFORE(breaking("http.sse.related-notifications-only", Overlaps::sharedProgress)),

    /** A client that leaves breaks the pipe for all. */
    LEAVING_BREAKS_THE_SERVER(breaking("cancel.race", Jilted::new).alone()),

    /** Proxies may buffer. */
    STREAMS_MAY_BE_BUFFERED(breaking(
            "http.sse.x-accel-buffering",
            () -> amending((request, reply) -> isList(request) ? reply.without("X-Accel-Buffering") : reply))),

    /** A list was created. */
    LIST_CREATED(breaking(
            "http.result.status-200",
            () -> amending((request, reply) ->
                    request.asks("prompts/list") && reply.status() == 200 ? reply.withStatus(201) : reply)));

    private final Defect defect;

    StatelessTransportFault(Defect defect) {
        this.defect = defect.stateless();
    }

    private static boolean isMalformed(Request request) {
        return Behaviours.isNotification(request)
                && request.json().orElseThrow().path("method").isNumber();
    }

    private static boolean isEmptyCancellation(Request request) {
        return Behaviours.isNotification(request)
                && request.rpcMethod().equals("notifications/cancelled")
                && !request.json().orElseThrow().has("params");
    }

    @Override
    public Defect defect() {
        return defect;
    }
}
