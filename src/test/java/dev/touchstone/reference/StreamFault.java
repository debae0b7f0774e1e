package dev.touchstone.reference;

import static dev.touchstone.reference.Defect.breaking;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Body;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Channel;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.SseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What servers get wrong about the event streams that answer a POST; they stream under every revision. */
enum StreamFault implements Fault {

    /** An event that is no JSON closes the answer, as streams of language models do. */
    DONE_MARKER(breaking("transport.sse.messages-only", () -> new Streaming(StreamFault::withDoneMarker))),

    /** A list is never answered and its stream stays open. */
    RESPONSE_NEVER_COMES(breaking(
            "transport.sse.response-eventually", () -> new Streaming(s -> openEnded(withoutLast(s.events()))))),

    /** The stream of a list stays open after the response. */
    STREAM_STAYS_OPEN(breaking("transport.sse.ends-after-response", () -> new Streaming(s -> openEnded(s.events())))),

    /** The stream of a list is closed before the response, which has to be fetched by resuming. */
    CLOSES_BEFORE_RESPONSE(breaking(
                    "transport.sse.no-close-before-response",
                    () -> new Streaming(s -> new Body.Stream(withoutLast(s.events()), s.rest())))
            .only("2025-03-26", "2025-06-18")),

    /** The stream of a list carries the response to the list before as well. */
    REPEATS_EARLIER_RESPONSE(breaking("transport.sse.own-response-only", RepeatsEarlier::new)),

    /** A stream starts without an event that a client could resume from. */
    NO_PRIMING_EVENT(breaking(
                    "transport.sse.priming-event",
                    () -> Behaviours.amending((request, reply) ->
                            request.is("POST") ? Behaviours.events(reply, all -> all.subList(1, all.size())) : reply))
            .only("2025-11-25")),

    /** The event with the response lacks the blank line that completes it, so that strict readers drop it. */
    LAST_EVENT_INCOMPLETE(breaking("transport.sse.events-complete", Incomplete::new)),

    /** A text with an accent is written in Latin-1. */
    LATIN_1(breaking("transport.sse.utf8", Latin1::new)),

    /** A byte order mark precedes the first event: legal, and yet a common client loses that event. */
    BYTE_ORDER_MARK(breaking("transport.sse.common-client-view", ByteOrderMark::new));

    private final Defect defect;

    StreamFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    static Body.Stream withDoneMarker(Body.Stream stream) {
        List<SseEvent> events = new ArrayList<>(stream.events());
        events.add(events.size() - 1, SseEvent.data("[DONE]"));
        return new Body.Stream(events, stream.rest());
    }

    static Body.Stream openEnded(List<SseEvent> events) {
        return new Body.Stream(events, new Channel(over -> {}));
    }

    private static List<SseEvent> withoutLast(List<SseEvent> events) {
        return events.subList(0, events.size() - 1);
    }

    private static final class Incomplete implements Behaviour {
        @Override
        public boolean streams(Call call) {
            return !call.method().equals("initialize");
        }

        @Override
        public byte[] frame(Request request, SseEvent event) {
            String text = event.text();
            boolean last = Behaviours.isList(request) && text.contains("\"result\"");
            return (last ? text.substring(0, text.length() - 1) : text).getBytes(UTF_8);
        }
    }

    private static final class Latin1 implements Behaviour {
        @Override
        public boolean streams(Call call) {
            return !call.method().equals("initialize");
        }

        @Override
        public ObjectNode answer(Call call, ObjectNode response) {
            boolean tools = call.method().equals("tools/list") && response.has("result");
            if (tools && response.at("/result/tools/0") instanceof ObjectNode tool) {
                tool.put("description", "Répète the text it is given.");
            }
            return response;
        }

        @Override
        public byte[] frame(Request request, SseEvent event) {
            return event.text().getBytes(request.rpcMethod().equals("tools/list") ? ISO_8859_1 : UTF_8);
        }
    }

    /** Answers lists by streams under every revision and repeats what it answered before. */
    private static final class RepeatsEarlier implements Behaviour {
        private final Map<String, SseEvent> earlier = new ConcurrentHashMap<>();

        @Override
        public boolean streams(Call call) {
            return !call.method().equals("initialize");
        }

        @Override
        public Reply amend(Request request, Reply reply) {
            if (!Behaviours.isList(request) || request.session().isEmpty()) {
                return reply;
            }
            return Behaviours.events(
                    reply, events -> repeat(request.session().get().id(), events));
        }

        private List<SseEvent> repeat(String session, List<SseEvent> events) {
            int last = events.size() - 1;
            SseEvent before = earlier.put(session, events.get(last).withId(null));
            return before == null
                    ? events
                    : Behaviours.joined(events.subList(0, last), List.of(before, events.get(last)));
        }
    }
}
