package dev.touchstone.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.Session;
import dev.touchstone.demo.SseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Servers that treat their legacy streams in ways of their own. */
final class LegacyStreams {

    static final SseEvent LOG = SseEvent.data(
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{\"level\":\"info\",\"data\":\"hi\"}}")
            .ofType("message");

    private LegacyStreams() {}

    /** Opens streams with other events. */
    static Behaviour greeting(Function<String, List<SseEvent>> events) {
        return new Behaviour() {
            @Override
            public List<SseEvent> greeting(Session session, String messageUri) {
                return events.apply(messageUri);
            }
        };
    }

    /** Announces its URI by the name of the host where the client used the number. */
    static final class OtherHost implements Behaviour {
        @Override
        public byte[] frame(Request request, SseEvent event) {
            String port = request.header("Host").orElse("").replaceAll(".*:", "");
            boolean announces = "endpoint".equals(event.event());
            return announces
                    ? event.withData("http://localhost:" + port + event.data()).encoded()
                    : event.encoded();
        }
    }

    /** Uses an event type of its own for the answers to lists. */
    static final class StrangeType implements Behaviour {
        @Override
        public byte[] frame(Request request, SseEvent event) {
            String text = event.text();
            boolean list = text.contains("{\"tools\":[")
                    || text.contains("{\"prompts\":[")
                    || text.contains("{\"resources\":[");
            return LegacyFault.isStream(request) && list
                    ? text.replace("event: message", "event: response").getBytes(UTF_8)
                    : event.encoded();
        }
    }

    /** Answers a ping in the body of its POST, and not on the stream. */
    static final class InThePost implements Behaviour {
        @Override
        public Reply amend(Request request, Reply reply) {
            boolean taken = LegacyFault.isMessage(request) && request.asks("ping") && reply.status() == 202;
            return taken ? Reply.text(200, Reply.JSON, LegacyFault.pong(request)) : reply;
        }

        @Override
        public byte[] frame(Request request, SseEvent event) {
            boolean pong = LegacyFault.isStream(request) && event.text().contains("\"result\":{}}");
            return pong ? new byte[0] : event.encoded();
        }
    }

    /** Sends answers to everybody. */
    static final class Broadcast implements Behaviour {
        private final Set<Session> sessions = ConcurrentHashMap.newKeySet();

        @Override
        public List<SseEvent> greeting(Session session, String messageUri) {
            sessions.add(session);
            return Behaviour.super.greeting(session, messageUri);
        }

        @Override
        public ObjectNode answer(Call call, ObjectNode response) {
            SseEvent event = SseEvent.message(response).ofType("message");
            sessions.stream().filter(other -> other != call.session()).forEach(other -> other.send(event));
            return response;
        }
    }

    /** Delivers the last message of one stream to the stream that is opened next. */
    static final class Stale implements Behaviour {
        private final AtomicReference<List<SseEvent>> last = new AtomicReference<>(List.of());

        @Override
        public ObjectNode answer(Call call, ObjectNode response) {
            last.set(List.of(SseEvent.message(response).ofType("message")));
            return response;
        }

        @Override
        public Reply amend(Request request, Reply reply) {
            return LegacyFault.isStream(request)
                    ? Behaviours.events(reply, events -> Behaviours.joined(new ArrayList<>(events), last.get()))
                    : reply;
        }
    }
}
