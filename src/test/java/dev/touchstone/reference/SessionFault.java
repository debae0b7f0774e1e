package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Behaviours.intercepting;
import static dev.touchstone.reference.Behaviours.isRequest;
import static dev.touchstone.reference.Defect.breaking;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.reference.Ledger.Fate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What servers get wrong about sessions. */
enum SessionFault implements Fault {

    /** The session id contains a space: a name and a number joined for the log. */
    ID_WITH_SPACE(breaking("session.id.visible-ascii", () -> new Behaviour() {
        @Override
        public Optional<String> newSessionId() {
            return Behaviour.super.newSessionId().map(id -> "demo " + id);
        }
    })),

    /** Now and then an id is handed out again: an id made of the time in coarse steps. */
    ID_HANDED_OUT_TWICE(breaking("session.id.globally-unique", RepeatedIds::new).alone()),

    /** The ids count upwards. */
    ID_COUNTS_UP(breaking("security.session.non-deterministic", () -> {
                AtomicInteger last = new AtomicInteger(1000);
                return OddBehaviours.sessionIds(() -> "session-" + last.incrementAndGet());
            })
            .only("2025-06-18", "2025-11-25")),

    /** The ids are random and far too short. */
    ID_OF_32_BITS(breaking(
            "session.id.unpredictable",
            () -> OddBehaviours.sessionIds(() -> UUID.randomUUID().toString().substring(0, 8)))),

    /** A POST without a session id is answered 404 like one with a wrong id. */
    MISSING_ID_404(breaking(
            "session.missing-id.400",
            () -> amending(
                    request -> lacksId(request) && isRequest(request) && !request.asks("initialize"),
                    SessionFault::notFound))),

    /** GET without a session id is answered 404. */
    MISSING_ID_404_ON_GET(breaking(
            "session.missing-id.400-get-delete",
            () -> amending(request -> lacksId(request) && request.is("GET"), SessionFault::notFound))),

    /** DELETE without a session id is answered 404. */
    MISSING_ID_404_ON_DELETE(breaking(
            "session.missing-id.400-get-delete",
            () -> amending(request -> lacksId(request) && request.is("DELETE"), SessionFault::notFound))),

    /** A request in a session that was ended is answered 400, so that clients never initialize again. */
    ENDED_ID_400(breaking("session.terminated.404", () -> new Ledger(Fate.ENDED, r -> isRequest(r)))),

    /** Notifications in a session that was ended are answered 400. */
    ENDED_ID_400_ON_NOTIFICATIONS(
            breaking("session.terminated.404-all-methods", () -> new Ledger(Fate.ENDED, Behaviours::isNotification))),

    /** GET in a session that was ended is answered 400. */
    ENDED_ID_400_ON_GET(breaking("session.terminated.404-all-methods", () -> new Ledger(Fate.ENDED, r -> r.is("GET")))),

    /** DELETE of a session that was ended is answered 400. */
    ENDED_ID_400_ON_DELETE(
            breaking("session.terminated.404-all-methods", () -> new Ledger(Fate.ENDED, r -> r.is("DELETE")))),

    /** A session id that was never given out is answered 400: the example code of an SDK, copied. */
    UNKNOWN_ID_400(breaking("session.invalid-id.404", () -> new Ledger(Fate.NEVER_ISSUED, r -> true))),

    /** Ending one session ends them all: one transport object for everybody. */
    DELETE_ENDS_ALL(breaking("session.delete.only-own-session", EndsAll::new).alone()),

    /** DELETE of a live session is not found: only POST and GET are routed. */
    DELETE_NOT_ROUTED(breaking(
            "session.delete.accepted-or-405",
            () -> intercepting(
                    request -> request.is("DELETE"), request -> Reply.text(404, "text/html", "Cannot DELETE /mcp")))),

    /** After a session has ended, the next client gets its id. */
    ENDED_ID_COMES_BACK(
            breaking("session.initialize.without-id-starts-new", ReusedIds::new).alone()),

    /** Answers are kept by request id alone, so that a session may get the answer meant for another. */
    ANSWERS_KEPT_BY_ID_ALONE(
            breaking("session.state.isolated", SharedAnswers::new).alone()),

    /** A request id that another session uses is refused. */
    REQUEST_ID_IN_USE_ELSEWHERE(breaking("session.state.isolated", UsedIds::new).alone()),

    /** The revision negotiated last holds for every session. */
    LAST_NEGOTIATION_WINS(breaking("session.negotiation.per-session", LastNegotiation::new)
            .sinceVersionHeader()
            .alone());

    private final Defect defect;

    SessionFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static Reply notFound(Reply reply) {
        return reply.status() == 400 ? reply.withStatus(404) : reply;
    }

    private static boolean lacksId(Request request) {
        return Behaviours.atEndpoint(request) && request.sessionId().isEmpty();
    }
}
