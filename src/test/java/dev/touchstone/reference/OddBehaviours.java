package dev.touchstone.reference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Body;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.SseEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Unusual decisions that a server may take. */
final class OddBehaviours {

    private OddBehaviours() {}

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

    /** Whether the value of an Authorization header is more or less than the scheme and a token. */
    static boolean isMalformed(String value) {
        return !value.matches("(?i)bearer +[^ ]+");
    }

    static Reply malformed(Reply refusal) {
        return Reply.notice(400, "invalid_request", "a scheme and a token are expected")
                .with("WWW-Authenticate", refusal.headers().getOrDefault("WWW-Authenticate", "Bearer"));
    }
}
