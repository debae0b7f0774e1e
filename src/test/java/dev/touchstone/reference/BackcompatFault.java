package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Behaviours.intercepting;
import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What servers without sessions get wrong about those who come with one, and servers of both eras about either. */
enum BackcompatFault implements Fault {

    /** GET shows a page for people. */
    GET_SHOWS_A_PAGE(breaking(
            "backcompat.get-delete.405",
            () -> intercepting(
                    r -> r.is("GET")
                            && r.header("Origin").isEmpty()
                            && !r.path().contains("/.well-known/"),
                    r -> Reply.text(200, "text/html", "<p>MCP</p>")))),

    /** A session id is looked up, and there are none. */
    SESSION_ID_LOOKED_UP(breaking(
            "backcompat.session-id.ignored",
            () -> intercepting(
                    r -> r.is("POST") && r.sessionId().isPresent(),
                    r -> Reply.text(404, "text/plain", "session not found")))),

    /** Every answer carries an id of a session that is none. */
    SESSION_ID_FOR_NOTHING(breaking(
            "backcompat.session-id.not-minted",
            () -> amending(r -> r.asks("tools/list"), reply -> reply.with("Mcp-Session-Id", "none")))),

    /** A client that comes back is sent away, since nothing was kept for it. */
    LAST_EVENT_ID_REFUSED(breaking(
            "backcompat.last-event-id.ignored",
            () -> intercepting(
                    r -> r.is("POST") && r.header("Last-Event-ID").isPresent(),
                    r -> Reply.text(400, "text/plain", "streams cannot be resumed")))),

    /** The refusal of a handshake comes from the framework. */
    HANDSHAKE_REFUSED_IN_PLAIN_TEXT(breaking(
            "backcompat.initialize.rejected",
            () -> amending(
                    r -> r.asks("initialize") && r.header("Mcp-Method").isEmpty(),
                    reply -> Reply.text(400, "text/plain", "Bad Request")))),

    /** The refusal of a handshake does not say what else could be spoken. */
    HANDSHAKE_REFUSED_WITHOUT_VERSIONS(breaking(
            "backcompat.initialize.names-versions",
            () -> amending(
                    r -> r.asks("initialize"),
                    reply -> Behaviours.document(
                            reply, d -> Behaviours.error(d, d.at("/error/code").asInt(), "refused"))))),

    /** Requests without a session get one. */
    SESSIONS_FOR_BOTH_ERAS(breaking(
                    "backcompat.dual-era.modern-stateless",
                    () -> amending(
                            r -> r.header("Mcp-Method").isPresent(),
                            reply -> reply.status() == 403 ? reply : reply.with("Mcp-Session-Id", "both")))
            .in(Rig::ofBothEras)),

    /** While somebody has a session, everybody is answered as if in one. */
    ERA_OF_THE_LAST_HANDSHAKE(breaking("backcompat.dual-era.separation", LastEra::new)
            .in(Rig::ofBothEras)
            .alone());

    private final Defect defect;

    BackcompatFault(Defect defect) {
        this.defect = defect.stateless();
    }

    @Override
    public Defect defect() {
        return defect;
    }

    /** Forgets the type of results while a session lives. */
    private static final class LastEra implements Behaviour {
        private final Set<String> live = ConcurrentHashMap.newKeySet();

        @Override
        public Reply amend(Request request, Reply reply) {
            if (request.rpcMethod().equals("notifications/initialized")) {
                request.sessionId().ifPresent(live::add);
            } else if (request.is("DELETE")) {
                request.sessionId().ifPresent(live::remove);
            }
            return reply;
        }

        @Override
        public ObjectNode answer(Call call, ObjectNode response) {
            if (!live.isEmpty() && response.get("result") instanceof ObjectNode result) {
                result.remove("resultType");
            }
            return response;
        }
    }
}
