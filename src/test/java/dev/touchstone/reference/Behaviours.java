package dev.touchstone.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Body;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.SseEvent;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Short ways to replace one decision of the demo server. */
final class Behaviours {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Behaviours() {}

    /** Answers some requests without asking the server. */
    static Behaviour intercepting(Predicate<Request> when, Function<Request, Reply> reply) {
        return new Behaviour() {
            @Override
            public Optional<Reply> intercept(Request request) {
                return when.test(request) ? Optional.of(reply.apply(request)) : Optional.empty();
            }
        };
    }

    /** Changes the replies to some requests. */
    static Behaviour amending(Predicate<Request> when, UnaryOperator<Reply> change) {
        return amending((request, reply) -> when.test(request) ? change.apply(reply) : reply);
    }

    /** Changes replies. */
    static Behaviour amending(BiFunction<Request, Reply, Reply> change) {
        return new Behaviour() {
            @Override
            public Reply amend(Request request, Reply reply) {
                return change.apply(request, reply);
            }
        };
    }

    /** Changes the JSON-RPC responses to some calls; a result that is put in another's place has what every result has. */
    static Behaviour answering(Predicate<Call> when, UnaryOperator<ObjectNode> change) {
        return new Behaviour() {
            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                if (!when.test(call)) {
                    return response;
                }
                JsonNode before = response.get("result");
                ObjectNode changed = change.apply(response);
                return changed.get("result") == before ? changed : StatelessBehaviours.completed(call, changed);
            }
        };
    }

    /** Changes the result of initialize. */
    static Behaviour initializing(Consumer<ObjectNode> change) {
        return answering(call -> call.method().equals("initialize"), response -> {
            if (response.get("result") instanceof ObjectNode result) {
                change.accept(result);
            }
            return response;
        });
    }

    /** Lets two behaviours have a word on the responses, one after the other. */
    static Behaviour both(Behaviour first, Behaviour second) {
        return new Behaviour() {
            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                return second.answer(call, first.answer(call, response));
            }
        };
    }

    /** Changes the results of one method. */
    static Behaviour resulting(String method, Consumer<ObjectNode> change) {
        return answering(call -> call.method().equals(method), response -> {
            if (response.get("result") instanceof ObjectNode result) {
                change.accept(result);
            }
            return response;
        });
    }

    /** Crashes on some calls, as a framework does that lets exceptions through. */
    static Behaviour crashing(String method, Predicate<JsonNode> params) {
        return intercepting(
                request -> isRequest(request)
                        && request.asks(method)
                        && params.test(request.json().orElseThrow().path("params")),
                request -> Reply.text(500, "text/plain", "Internal Server Error"));
    }

    /** Fails at a method, and lets the web framework tell about it. */
    static Behaviour failing(String method) {
        return intercepting(request -> isRequest(request) && request.asks(method), request -> errorPage());
    }

    /** What a web framework says of a crash, in JSON of its own. */
    static Reply errorPage() {
        ObjectNode page = MAPPER.createObjectNode().put("timestamp", "2026-01-01T00:00:00Z");
        page.put("status", 500).put("error", "Internal Server Error").put("path", "/mcp");
        return Reply.text(500, Reply.JSON, page.toString());
    }

    /** Chooses the revision to answer. */
    static Behaviour negotiating(BiFunction<String, List<String>, String> choice) {
        return new Behaviour() {
            @Override
            public String negotiate(String asked, List<String> supported) {
                return choice.apply(asked, supported);
            }
        };
    }

    /** Whether a request asks for one of the lists, which the faults of answers show in. */
    static boolean isList(Request request) {
        return request.is("POST") && request.rpcMethod().endsWith("/list");
    }

    static boolean isList(Call call) {
        return call.method().endsWith("/list");
    }

    /** Whether a body is a notification. */
    static boolean isNotification(Request request) {
        return request.is("POST")
                && request.json()
                        .map(json -> json.has("method") && !json.has("id"))
                        .orElse(false);
    }

    /** Whether a body is a JSON-RPC request. */
    static boolean isRequest(Request request) {
        return request.is("POST")
                && request.json()
                        .map(json -> json.has("method") && json.has("id"))
                        .orElse(false);
    }

    /** Whether a request is sent to the Streamable HTTP endpoint. */
    static boolean atEndpoint(Request request) {
        return request.path().equals("/mcp");
    }

    /** Replaces what is wrong with an answer by an error. */
    static ObjectNode error(ObjectNode response, int code, String message) {
        response.remove("result");
        response.putObject("error").put("code", code).put("message", message);
        return response;
    }

    /** Changes the events of a stream; other replies stay as they are. */
    static Reply events(Reply reply, UnaryOperator<List<SseEvent>> change) {
        if (reply.body() instanceof Body.Stream stream) {
            List<SseEvent> events = change.apply(new ArrayList<>(stream.events()));
            return reply.withBody(new Body.Stream(events, stream.rest()));
        }
        return reply;
    }

    /** Puts an event before the others of a stream. */
    static Reply first(Reply reply, SseEvent event) {
        return events(reply, events -> joined(List.of(event), events));
    }

    static <T> List<T> joined(List<T> head, List<T> tail) {
        List<T> all = new ArrayList<>(head);
        all.addAll(tail);
        return all;
    }

    /** Changes a JSON document; other replies stay as they are. */
    static Reply document(Reply reply, Consumer<ObjectNode> change) {
        ObjectNode document = parse(text(reply));
        change.accept(document);
        return reply.withBody(new Body.Fixed(document.toString().getBytes(StandardCharsets.UTF_8)));
    }

    static String text(Reply reply) {
        return reply.body() instanceof Body.Fixed fixed ? new String(fixed.bytes(), StandardCharsets.UTF_8) : "";
    }

    static ObjectNode parse(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
