package dev.touchstone.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.Session;
import dev.touchstone.demo.SseEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Servers that send on open streams what they should keep to themselves. */
final class Chatter {

    static final String ROOTS_LIST = "{\"jsonrpc\":\"2.0\",\"id\":\"server-1\",\"method\":\"roots/list\"}";
    static final String ELICITATION_COMPLETE =
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/elicitation/complete\",\"params\":{\"elicitationId\":\"e\"}}";
    static final String SUBSCRIPTION_ACKNOWLEDGED =
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/subscriptions/acknowledged\",\"params\":{\"notifications\":{}}}";
    static final String TOOLS_CHANGED = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}";

    private Chatter() {}

    /** Sends a message under some revisions, once the session is initialized. */
    static Behaviour after(String message, Set<String> revisions) {
        return sending(revisions.stream().collect(Collectors.toMap(Function.identity(), revision -> message)));
    }

    static Behaviour ofLaterRevisions() {
        return sending(Map.of("2025-06-18", ELICITATION_COMPLETE, "2025-11-25", SUBSCRIPTION_ACKNOWLEDGED));
    }

    /** On a stream that a GET opens, and on every open stream when a list is asked for. */
    private static Behaviour sending(Map<String, String> messages) {
        AtomicInteger count = new AtomicInteger();
        return new Behaviour() {
            @Override
            public Reply amend(Request request, Reply reply) {
                Optional<Session> listener = request.session().filter(s -> request.is("GET") && s.isInitialized());
                return listener.map(session -> told(reply, numbered(messages.get(session.revision()))))
                        .orElse(reply);
            }

            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                String message = messages.get(call.revision());
                if (message != null && call.session().isInitialized() && Behaviours.isList(call)) {
                    call.session().send(SseEvent.data(numbered(message)).ofType("message"));
                }
                return response;
            }

            /** Requests are told apart by their ids. */
            private @Nullable String numbered(@Nullable String message) {
                return message == null ? null : message.replace("server-1", "server-" + count.incrementAndGet());
            }
        };
    }

    private static Reply told(Reply reply, @Nullable String message) {
        return message == null
                ? reply
                : Behaviours.events(reply, events -> Behaviours.joined(events, List.of(SseEvent.data(message))));
    }

    /** Declares that it announces changes of its tools, and does so before the client is ready. */
    static Behaviour beforeInitialized() {
        return new Behaviour() {
            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                if (call.method().equals("initialize") && response.has("result")) {
                    response.withObject("/result/capabilities/tools").put("listChanged", true);
                    call.session().send(SseEvent.data(TOOLS_CHANGED).ofType("message"));
                }
                return response;
            }

            @Override
            public Reply amend(Request request, Reply reply) {
                boolean early = request.is("GET")
                        && request.session().map(s -> !s.isInitialized()).orElse(false);
                return early ? told(reply, TOOLS_CHANGED) : reply;
            }
        };
    }
}
