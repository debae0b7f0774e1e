package dev.touchstone.reference;

import static dev.touchstone.reference.Defect.breaking;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.SseEvent;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What servers get wrong about event ids and resumed streams; they stream under every revision. */
enum ResumabilityFault implements Fault {

    /** The ids count from nought on every stream. */
    EVENT_ID_COUNTS_ON_EACH_STREAM(
            breaking("resumability.event-id.unique", () -> numbered(ResumabilityFault::fromNought))),

    /** The parts of an id are joined by a control character. */
    EVENT_ID_WITH_CONTROL_CHARACTER(breaking(
            "resumability.event-id.header-safe",
            () -> numbered(events -> events.stream()
                    .map(event ->
                            event.id() == null ? event : event.withId(event.id().replace('_', '\u001f')))
                    .toList()))),

    /** Whoever resumes one stream gets the others of the session as well. */
    REPLAYS_OTHER_STREAMS(breaking("resumability.replay.no-cross-stream", () -> new Replays(Replays.What.ALL_STREAMS))),

    /** A resumed stream starts from its beginning. */
    REPLAYS_FROM_THE_START(
            breaking("resumability.replay.no-duplicates", () -> new Replays(Replays.What.FROM_THE_START))),

    /** An event id opens the stream to every session. */
    REPLAYS_FOR_EVERY_SESSION(
            breaking("resumability.session-bound", () -> new Replays(Replays.What.FOR_EVERY_SESSION))),

    /** The time to come back is given with its unit. */
    RETRY_WITH_UNIT(breaking("resumability.retry.integer", () -> framed(text -> "retry: 2s\n" + text))
            .only("2025-11-25")),

    /** A stream is closed before its response, and nothing says when to come back. */
    CLOSES_EARLY_WITHOUT_RETRY(breaking("transport.sse.retry-before-close", () -> new Polled(false))
            .only("2025-11-25")),

    /** Log messages go out on the stream of the request and on every other one. */
    BROADCASTS(breaking("transport.multi.no-broadcast", Broadcasting::new));

    private final Defect defect;

    ResumabilityFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static Behaviour framed(UnaryOperator<String> change) {
        return new Behaviour() {
            @Override
            public byte[] frame(Request request, SseEvent event) {
                return change.apply(event.text()).getBytes(UTF_8);
            }
        };
    }

    private static List<SseEvent> fromNought(List<SseEvent> events) {
        return IntStream.range(0, events.size())
                .mapToObj(i -> events.get(i).withId(String.valueOf(i)))
                .toList();
    }

    private static Behaviour numbered(UnaryOperator<List<SseEvent>> change) {
        return new Behaviour() {
            @Override
            public boolean streams(Call call) {
                return !call.method().equals("initialize");
            }

            @Override
            public Reply amend(Request request, Reply reply) {
                return request.is("POST") ? Behaviours.events(reply, change) : reply;
            }
        };
    }

    private static final class Broadcasting implements Behaviour {
        private static final SseEvent LOG = SseEvent.message(Behaviours.parse(String.valueOf(LegacyStreams.LOG.data())
                .replaceAll("\"level\": ?\"\\w+\"", "\"level\":\"emergency\"")));

        @Override
        public boolean streams(Call call) {
            return !call.method().equals("initialize");
        }

        @Override
        public Reply amend(Request request, Reply reply) {
            if (!request.is("POST") || !Behaviours.atEndpoint(request)) {
                return reply;
            }
            return Behaviours.events(reply, events -> {
                request.session().ifPresent(session -> session.send(LOG));
                return Behaviours.joined(
                        events.subList(0, events.size() - 1), List.of(LOG, events.get(events.size() - 1)));
            });
        }
    }
}
