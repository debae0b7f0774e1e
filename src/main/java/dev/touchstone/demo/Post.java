package dev.touchstone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.rpc.Messages;
import dev.touchstone.demo.rpc.Messages.Kind;
import dev.touchstone.demo.rpc.Rpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the messages that are posted to the Streamable HTTP endpoint. */
final class Post {

    private final Behaviour behaviour;
    private final Sessions sessions;
    private final Rpc rpc = new Rpc();

    Post(Behaviour behaviour, Sessions sessions) {
        this.behaviour = behaviour;
        this.sessions = sessions;
    }

    /** Opens a session, provided the request is good. */
    Reply initialize(Request request) {
        JsonNode message = request.json().orElseThrow();
        if (Messages.kind(message) != Kind.REQUEST) {
            return invalid("not a JSON-RPC request");
        }
        String asked = message.path("params").path("protocolVersion").asText();
        String revision = behaviour.negotiate(asked, behaviour.revisions());
        Optional<String> id = behaviour.newSessionId();
        Session session = new Session(id.orElse(""), revision);
        session.memory().taskIds(behaviour::newTaskId);
        session.belongsTo(behaviour.user(request));
        Call call = new Call(request, session, revision, message);
        ObjectNode response = answer(call);
        Reply reply = respond(call, response);
        if (id.isEmpty() || !response.has("result")) {
            return reply;
        }
        sessions.add(session);
        return reply.with("Mcp-Session-Id", id.get());
    }

    /** Takes a message, or a batch where the revision has batches. */
    Reply exchange(Request request, Session session) {
        JsonNode json = request.json().orElseThrow();
        String revision = behaviour.revisionOf(session);
        if (json.isArray()) {
            boolean batches = revision.equals("2025-03-26");
            return batches ? batch(request, session, json) : invalid("one message at a time");
        }
        if (json.path("method").asText().equals("initialize")) {
            return invalid("this session is initialized already");
        }
        return switch (Messages.kind(json)) {
            case REQUEST -> {
                Call call = new Call(request, session, revision, json);
                yield respond(call, answer(call));
            }
            case NOTIFICATION -> take(session, json);
            case RESPONSE -> Reply.empty(202);
            case INVALID -> invalid("not a JSON-RPC message");
        };
    }

    private Reply take(Session session, JsonNode notification) {
        if (notification.path("method").asText().equals("notifications/initialized")) {
            session.confirm();
        }
        return Reply.empty(202);
    }

    private Reply batch(Request request, Session session, JsonNode batch) {
        ArrayNode responses = JsonNodeFactory.instance.arrayNode();
        boolean carriesResponses = false;
        for (JsonNode message : batch) {
            Kind kind = Messages.kind(message);
            carriesResponses |= kind == Kind.RESPONSE;
            if (message.path("method").asText().equals("initialize")) {
                return invalid("initialize has to stand alone");
            }
            if (kind == Kind.REQUEST) {
                responses.add(answer(new Call(request, session, behaviour.revisionOf(session), message)));
            } else if (kind == Kind.INVALID) {
                responses.add(Messages.error(null, Messages.INVALID_REQUEST, "not a JSON-RPC message"));
            }
        }
        if (batch.isEmpty() || (carriesResponses && !responses.isEmpty())) {
            return invalid("an empty or a mixed batch");
        }
        return responses.isEmpty() ? Reply.empty(202) : Reply.json(200, responses);
    }

    private ObjectNode answer(Call call) {
        return behaviour.answer(call, rpc.answer(call.message(), call.context()));
    }

    private Reply respond(Call call, ObjectNode response) {
        boolean polls = call.method().equals("tasks/get");
        if (polls || !call.request().accepts(Reply.EVENTS) || !behaviour.streams(call)) {
            return Reply.json(200, response);
        }
        List<SseEvent> events = new ArrayList<>(List.of(SseEvent.data("")));
        behaviour.tells(call).forEach(message -> events.add(SseEvent.message(message)));
        events.add(SseEvent.message(response));
        return Reply.events(call.session().log().record(events));
    }

    private static Reply invalid(String reason) {
        return StreamableEndpoint.refuse(400, Messages.INVALID_REQUEST, reason);
    }
}
