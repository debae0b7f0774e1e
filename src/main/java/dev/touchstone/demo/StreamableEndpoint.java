package dev.touchstone.demo;

import dev.touchstone.demo.rpc.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The one endpoint of Streamable HTTP: sessions, versions and the three methods. */
final class StreamableEndpoint {

    private final Behaviour behaviour;
    private final Sessions sessions;
    private final Post post;
    private final Map<String, Session> anonymous = new ConcurrentHashMap<>();

    StreamableEndpoint(Behaviour behaviour, Sessions sessions) {
        this.behaviour = behaviour;
        this.sessions = sessions;
        this.post = new Post(behaviour, sessions);
    }

    Reply handle(Request request) {
        return switch (request.method()) {
            case "POST" -> post(request);
            case "GET" -> inSession(request, this::listen);
            case "DELETE" -> inSession(request, this::end);
            default -> Reply.methodNotAllowed("GET, POST, DELETE");
        };
    }

    private Reply post(Request request) {
        if (request.json().isEmpty()) {
            return refuse(400, Messages.PARSE_ERROR, "the body is not JSON");
        }
        if (request.asks("initialize") && request.sessionId().isEmpty()) {
            return post.initialize(request);
        }
        return inSession(request, post::exchange);
    }

    /** What a request does once its version and its session are known to be good. */
    private interface Action {
        Reply perform(Request request, Session session);
    }

    private Reply inSession(Request request, Action action) {
        Optional<String> version = request.header("MCP-Protocol-Version");
        if (!version.map(named -> behaviour.understands(request, named)).orElse(true)) {
            String known = "protocol version not supported; known are " + behaviour.revisions();
            return refuse(400, Messages.INVALID_REQUEST, known);
        }
        Optional<Session> session = request.session()
                .filter(known -> behaviour.user(request).equals(known.user()))
                .or(() -> withoutSessions(version));
        if (session.isPresent()) {
            return action.perform(request, session.get());
        }
        return request.sessionId().isPresent()
                ? refuse(404, Messages.INVALID_REQUEST, "session not found")
                : refuse(400, Messages.INVALID_REQUEST, "Mcp-Session-Id is required");
    }

    /** A server that keeps no sessions goes by the version header, without one by the oldest rules, and has one memory. */
    private Optional<Session> withoutSessions(Optional<String> version) {
        boolean keepsSessions = behaviour.newSessionId().isPresent();
        return keepsSessions
                ? Optional.empty()
                : Optional.of(anonymous.computeIfAbsent(version.orElse("2025-03-26"), any -> new Session("", any)));
    }

    private Reply listen(Request request, Session session) {
        if (!request.accepts(Reply.EVENTS)) {
            return refuse(406, Messages.INVALID_REQUEST, "there is only text/event-stream here");
        }
        Optional<List<SseEvent>> missed = request.header("Last-Event-ID").flatMap(session.log()::after);
        if (missed.isPresent()) {
            return Reply.events(missed.get());
        }
        boolean primes = behaviour.revisionOf(session).compareTo("2025-11-25") >= 0;
        List<SseEvent> first = primes ? session.log().record(List.of(SseEvent.data(""))) : List.of();
        return Reply.stream(first, session.open());
    }

    private Reply end(Request request, Session session) {
        sessions.end(session.id());
        return Reply.empty(204);
    }

    static Reply refuse(int status, int code, @Nullable String message) {
        return Reply.json(status, Messages.error(null, code, message));
    }
}
