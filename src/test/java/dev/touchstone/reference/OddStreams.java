package dev.touchstone.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Body;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Channel;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.Session;
import dev.touchstone.demo.SseEvent;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Unusual event streams. */
final class OddStreams {

    private OddStreams() {}

    static Behaviour streaming(Predicate<Call> when) {
        return new Behaviour() {
            @Override
            public boolean streams(Call call) {
                return when.test(call);
            }
        };
    }

    /** Event streams under every revision, written in another way. */
    static Behaviour framed(UnaryOperator<String> change) {
        return new Behaviour() {
            @Override
            public boolean streams(Call call) {
                return !call.method().equals("initialize");
            }

            @Override
            public byte[] frame(Request request, SseEvent event) {
                return change.apply(event.text()).getBytes(UTF_8);
            }
        };
    }

    /** Puts an event before, between and after the others. */
    static Behaviour between(SseEvent filler) {
        return new Streaming(stream -> {
            List<SseEvent> events = new ArrayList<>(List.of(filler));
            stream.events().forEach(event -> events.addAll(List.of(event, filler)));
            return new Body.Stream(events, stream.rest());
        });
    }

    static Behaviour beforeResponse(SseEvent event) {
        return new Streaming(stream -> {
            List<SseEvent> events = new ArrayList<>(stream.events());
            events.add(events.size() - 1, event);
            return new Body.Stream(events, stream.rest());
        });
    }

    static Behaviour withoutEventIds() {
        return Behaviours.amending((request, reply) -> Behaviours.events(
                reply,
                events -> events.stream()
                        .filter(event -> !"".equals(event.data()))
                        .map(event -> event.withId(null))
                        .toList()));
    }

    static Behaviour withoutReplay() {
        return Behaviours.amending((request, reply) -> {
            boolean resumes =
                    request.is("GET") && request.header("Last-Event-ID").isPresent();
            return resumes
                            && reply.body() instanceof Body.Stream
                            && request.session().isPresent()
                    ? reply.withBody(
                            new Body.Stream(List.of(), request.session().get().open()))
                    : reply;
        });
    }

    static Behaviour prettyPrinted() {
        return new Streaming(stream ->
                new Body.Stream(stream.events().stream().map(OddStreams::pretty).toList(), stream.rest()));
    }

    private static SseEvent pretty(SseEvent event) {
        String data = event.data();
        return data == null || data.isEmpty()
                ? event
                : event.withData(Behaviours.parse(data).toPrettyString());
    }

    static Behaviour byteByByte() {
        return new Behaviour() {
            @Override
            public boolean streams(Call call) {
                return true;
            }

            @Override
            public OutputStream wire(Request request, OutputStream out) {
                return new FilterOutputStream(out) {
                    @Override
                    public void write(int b) throws IOException {
                        super.write(b);
                        flush();
                    }
                };
            }
        };
    }

    static Behaviour hangingUp() {
        AtomicInteger count = new AtomicInteger();
        return Behaviours.amending((request, reply) -> {
            boolean listens = request.is("GET") && request.session().isPresent();
            return listens && reply.body() instanceof Body.Stream stream
                    ? reply.withBody(new Body.Stream(
                            Behaviours.joined(stream.events(), List.of(ping(count.incrementAndGet()))),
                            Channel.closed()))
                    : reply;
        });
    }

    private static SseEvent ping(int number) {
        return SseEvent.data(Caller.ping("\"odd-" + number + "\""));
    }

    static Behaviour oneStream() {
        return new Behaviour() {
            @Override
            public Duration keepAlive() {
                return Duration.ofMillis(20);
            }

            @Override
            public Optional<Reply> intercept(Request request) {
                boolean second = request.is("GET")
                        && request.session().map(Session::isStreaming).orElse(false);
                return second && request.header("Origin").isEmpty()
                        ? Optional.of(Reply.notice(409, "conflict", "one stream a session"))
                        : Optional.empty();
            }
        };
    }

    static Reply batchAsEvents(Reply reply) {
        String text = Behaviours.text(reply);
        if (reply.status() != 200 || !text.startsWith("[")) {
            return reply;
        }
        List<SseEvent> events = new ArrayList<>();
        for (JsonNode response : Behaviours.parse("{\"all\":" + text + "}").get("all")) {
            events.add(SseEvent.message(response));
        }
        return Reply.events(events);
    }

    static Behaviour batchedEvents() {
        SseEvent batch = SseEvent.data("[" + LegacyStreams.LOG.data() + "," + LegacyStreams.LOG.data() + "]");
        return Behaviours.amending((request, reply) -> request.is("GET") && isOf("2025-03-26", request)
                ? Behaviours.events(reply, events -> Behaviours.joined(events, List.of(batch)))
                : reply);
    }

    private static boolean isOf(String revision, Request request) {
        return request.session()
                .filter(session -> session.isInitialized() && session.revision().equals(revision))
                .isPresent();
    }
}
