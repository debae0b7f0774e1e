package dev.touchstone.reference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Unusual decisions that a server may take. */
final class OddBehaviours {

    private OddBehaviours() {}

    static Behaviour streaming(Predicate<Call> when) {
        return new Behaviour() {
            @Override
            public boolean streams(Call call) {
                return when.test(call);
            }
        };
    }

    /** Session ids with a tail; no ids at all where the tail is empty. */
    static Behaviour sessionId(String tail) {
        return new Behaviour() {
            @Override
            public Optional<String> newSessionId() {
                return Optional.of(UUID.randomUUID() + tail).filter(id -> !tail.isEmpty());
            }
        };
    }

    static Behaviour sessionIds(Supplier<String> next) {
        return new Behaviour() {
            @Override
            public Optional<String> newSessionId() {
                return Optional.of(next.get());
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

    static Behaviour withoutTasks() {
        return TaskAnswers.answers((call, response) -> {
            TaskAnswers.withdrawn(call, response, Set.of());
            if (TaskAnswers.asTask(call)) {
                TaskAnswers.plain(response);
            }
        });
    }

    static Behaviour taskRequired() {
        return TaskAnswers.answers((call, response) -> {
            TaskAnswers.required(call, response);
            boolean ponder = call.params().path("name").asText().equals("ponder");
            if (call.method().equals("tools/call") && ponder && !TaskAnswers.asTask(call)) {
                Behaviours.error(response, -32601, "this tool runs as a task only");
            }
        });
    }

    static Behaviour cancelledTaskDeleted() {
        return TaskAnswers.answers((call, response) -> {
            boolean cancelled = response.at("/result/status").asText().equals("cancelled");
            if (call.method().equals("tasks/get") && cancelled) {
                Behaviours.error(response, -32602, "there is no task with this id");
            }
        });
    }

    static Behaviour prettyPrinted() {
        return new Streaming(stream -> new Body.Stream(
                stream.events().stream().map(OddBehaviours::pretty).toList(), stream.rest()));
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

    static Reply withCharset(Reply reply) {
        String type = reply.headers().get("Content-Type");
        return type == null ? reply : reply.with("Content-Type", type + ";charset=UTF-8");
    }

    static Behaviour extraMembers() {
        return Behaviours.answering(call -> !call.method().equals("ping"), response -> {
            if (response.get("result") instanceof ObjectNode result) {
                result.put("vendorNote", "hello");
                if (result.get("capabilities") instanceof ObjectNode capabilities) {
                    capabilities.putObject("vendorThing").put("on", true);
                }
            }
            return response;
        });
    }

    static Reply unreadable() {
        return Reply.text(
                200,
                Reply.JSON,
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"no JSON\"}}");
    }

    static Reply latin1(int status, String text) {
        return Reply.text(status, "text/plain;charset=ISO-8859-1", "")
                .withBody(new Body.Fixed(text.getBytes(ISO_8859_1)));
    }

    static Reply listOfProblems(Reply reply) {
        return reply.status() == 400
                ? Reply.text(400, Reply.JSON, "[{\"loc\":[\"body\"],\"msg\":\"value is not a valid dict\"}]")
                : reply;
    }

    /** So many pages of other tasks come first. */
    static Behaviour manyTasks() {
        return new Behaviour() {
            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                String cursor = call.params().path("cursor").asText("p0");
                if (!call.method().equals("tasks/list") || !cursor.matches("p\\d+")) {
                    return response;
                }
                response.remove("error");
                ObjectNode result = response.putObject("result");
                result.putArray("tasks");
                result.put("nextCursor", "p" + (Integer.parseInt(cursor.substring(1)) + 1));
                return response;
            }
        };
    }

    static Behaviour quickTasks() {
        return TaskAnswers.results("tasks/get", result -> {
            if (result.path("status").asText().equals("working")) {
                result.put("status", "completed");
            }
        });
    }

    static Behaviour timesInZones() {
        AtomicInteger count = new AtomicInteger();
        return TaskAnswers.answers((call, response) -> {
            for (JsonNode task : List.of(response.at("/result"), response.at("/result/task"))) {
                if (task.has("createdAt") && task instanceof ObjectNode object) {
                    OffsetDateTime time =
                            OffsetDateTime.parse(task.path("createdAt").asText());
                    ZoneOffset zone = ZoneOffset.ofHours(count.incrementAndGet() % 12);
                    object.put("createdAt", time.withOffsetSameInstant(zone).toString());
                }
            }
        });
    }

    static Reply ended() {
        return Reply.text(200, Reply.JSON, "{\"ended\":true,\"error\":null}");
    }

    static Behaviour oddPath() {
        return new Behaviour() {
            @Override
            public String endpoint() {
                return "/a/b%20c/mcp?tenant=x";
            }

            @Override
            public Optional<Reply> intercept(Request request) {
                boolean homeless = request.path().endsWith("/mcp")
                        && !"tenant=x".equals(request.uri().getRawQuery());
                return homeless ? Optional.of(Reply.notice(404, "not_found", "no such tenant")) : Optional.empty();
            }
        };
    }

    static Behaviour slow() {
        return Behaviours.amending((request, reply) -> {
            LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
            return reply;
        });
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

    static Behaviour bare() {
        return new Behaviour() {
            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                if (call.method().equals("initialize")) {
                    if (response.get("result") instanceof ObjectNode result) {
                        result.putObject("capabilities");
                    }
                } else if (!call.method().equals("ping")) {
                    return Behaviours.error(response, -32601, "unknown method");
                }
                return response;
            }
        };
    }

    static boolean isError(Reply reply) {
        return Behaviours.text(reply).startsWith("{\"jsonrpc\":\"2.0\"")
                && Behaviours.text(reply).contains("\"error\":{");
    }

    static Reply withNullId(Reply reply) {
        boolean anonymous = isError(reply) && !Behaviours.text(reply).contains("\"id\":");
        return anonymous ? Behaviours.document(reply, error -> error.putNull("id")) : reply;
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

    static Behaviour oldOnly() {
        return new Behaviour() {
            @Override
            public List<String> revisions() {
                return List.of("2025-03-26");
            }
        };
    }

    static Behaviour absoluteEndpoint() {
        return new Behaviour() {
            @Override
            public byte[] frame(Request request, SseEvent event) {
                boolean announces = "endpoint".equals(event.event());
                String origin = "http://" + request.header("Host").orElseThrow();
                return announces ? event.withData(origin + event.data()).encoded() : event.encoded();
            }
        };
    }

    static Behaviour schemasOfDraft07() {
        return SchemaFault.tool(tool -> {
            ObjectNode schema = tool.withObject("/inputSchema");
            schema.put("$schema", "http://json-schema.org/draft-07/schema#");
            schema.withObject("/properties/pair").put("type", "array");
            schema.withObject("/properties/pair").putArray("items").addObject();
            schema.withObject("/properties/more").put("$ref", "#/definitions/more");
            schema.withObject("/definitions/more").put("type", "string");
        });
    }

    static Behaviour manyKindsOfMetadata() {
        return SchemaFault.tool(tool -> {
            ObjectNode meta = tool.putObject("_meta");
            List.of("plain", "", "a", "vendor/key", "com.example.mcp/x", "org.example-2.a1/", "com.example/a.b_c-d")
                    .forEach(key -> meta.put(key, key.length()));
            meta.putNull("com.example/null").putArray("com.example/list");
            tool.put("title", "");
            tool.putArray("icons").addObject().put("src", "data:image/svg+xml;base64,AAAA");
            tool.withArrayProperty("icons")
                    .addObject()
                    .put("src", "https://example.com/i.png")
                    .putArray("sizes");
        });
    }

    /** Whether the value of an Authorization header is more or less than the scheme and a token. */
    static boolean isMalformed(String value) {
        return !value.matches("(?i)bearer +[^ ]+");
    }

    static Reply malformed(Reply refusal) {
        return Reply.notice(400, "invalid_request", "a scheme and a token are expected")
                .with("WWW-Authenticate", refusal.headers().getOrDefault("WWW-Authenticate", "Bearer"));
    }
}
