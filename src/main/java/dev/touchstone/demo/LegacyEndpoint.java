package dev.touchstone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.rpc.Messages;
import dev.touchstone.demo.rpc.Messages.Kind;
import dev.touchstone.demo.rpc.Rpc;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** HTTP with SSE of 2024-11-05: a stream to listen to, which announces a URI to post to. */
final class LegacyEndpoint {

    static final String STREAM = "/sse";
    static final String MESSAGES = "/messages";

    private static final String REVISION = "2024-11-05";
    private static final String PARAMETER = "session=";

    private final Behaviour behaviour;
    private final Sessions sessions;
    private final Rpc rpc = new Rpc();

    LegacyEndpoint(Behaviour behaviour, Sessions sessions) {
        this.behaviour = behaviour;
        this.sessions = sessions;
    }

    /** Opens a stream; a POST that names a session is taken here as well, for URIs that are a query only. */
    Reply listen(Request request) {
        if (request.is("POST") && find(request.uri()).isPresent()) {
            return take(request);
        }
        if (!request.is("GET")) {
            return Reply.methodNotAllowed("GET");
        }
        Session session = new Session(UUID.randomUUID().toString(), REVISION);
        sessions.add(session);
        Channel channel = session.open(() -> sessions.end(session.id()));
        String uri = MESSAGES + "?" + PARAMETER + session.id();
        return Reply.stream(behaviour.greeting(session, uri), channel);
    }

    Reply take(Request request) {
        if (!request.is("POST")) {
            return Reply.methodNotAllowed("POST");
        }
        Optional<Session> session = find(request.uri());
        if (session.isEmpty()) {
            return Reply.notice(404, "not_found", "no stream is open for this session");
        }
        Optional<JsonNode> message = request.json();
        if (message.isEmpty()) {
            return StreamableEndpoint.refuse(400, Messages.PARSE_ERROR, "the body is not JSON");
        }
        Kind kind = Messages.kind(message.get());
        if (kind == Kind.INVALID) {
            return StreamableEndpoint.refuse(400, Messages.INVALID_REQUEST, "not a JSON-RPC message");
        }
        return accept(request, session.get(), message.get(), kind);
    }

    private Reply accept(Request request, Session session, JsonNode message, Kind kind) {
        if (kind == Kind.REQUEST) {
            String revision = negotiated(session, message);
            Call call = new Call(request, session, revision, message);
            ObjectNode response = behaviour.answer(call, rpc.answer(message, call.context()));
            behaviour
                    .tells(call)
                    .forEach(said -> session.send(SseEvent.message(said).ofType("message")));
            session.send(SseEvent.message(response).ofType("message"));
        } else if (message.path("method").asText().equals("notifications/initialized")) {
            session.confirm();
        }
        return Reply.text(202, "text/plain", "Accepted");
    }

    private String negotiated(Session session, JsonNode message) {
        if (message.path("method").asText().equals("initialize")) {
            String asked = message.path("params").path("protocolVersion").asText();
            session.negotiated(behaviour.negotiate(asked, List.of(REVISION)));
        }
        return behaviour.revisionOf(session);
    }

    private Optional<Session> find(URI uri) {
        String query = Optional.ofNullable(uri.getQuery()).orElse("");
        return query.startsWith(PARAMETER) ? sessions.find(query.substring(PARAMETER.length())) : Optional.empty();
    }
}
