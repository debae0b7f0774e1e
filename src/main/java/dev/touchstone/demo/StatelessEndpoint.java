package dev.touchstone.demo;

import static dev.touchstone.demo.StatelessRule.CAPABILITIES_IN_METADATA;
import static dev.touchstone.demo.StatelessRule.METADATA_PRESENT;
import static dev.touchstone.demo.StatelessRule.VERSION_HEADER_PRESENT;
import static dev.touchstone.demo.StatelessRule.VERSION_IN_METADATA;
import static dev.touchstone.demo.StatelessRule.VERSION_SUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.rpc.Messages;
import dev.touchstone.demo.rpc.StatelessRpc;
import dev.touchstone.demo.rpc.Subscriptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The endpoint of the stateless revision: POST only, every request judged by itself. */
final class StatelessEndpoint {

    static final String REVISION = "2026-07-28";

    private static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";

    private static final Duration ROUND = Duration.ofMillis(2);
    private static final int MOST_ROUNDS = 50;

    private final Map<Channel, JsonNode> listening = new ConcurrentHashMap<>();
    private final Behaviour behaviour;
    private final StatelessRpc rpc = new StatelessRpc(List.of(REVISION));

    StatelessEndpoint(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    /** Whether a request is one of this revision: by its metadata, or by a header that only this revision has. */
    static boolean isMeant(Request request) {
        JsonNode message = request.json().orElse(Messages.error(null, 0, null));
        return request.header("Mcp-Method").isPresent()
                || request.header("MCP-Protocol-Version")
                        .filter(v -> v.compareTo(REVISION) >= 0)
                        .isPresent()
                || message.path("params").path("_meta").has(Mirror.VERSION);
    }

    Reply handle(Request request) {
        if (!request.is("POST")) {
            return Reply.methodNotAllowed("POST");
        }
        Optional<JsonNode> json = request.json();
        if (json.isEmpty()) {
            return refuse(null, Messages.PARSE_ERROR, "the body is not JSON");
        }
        JsonNode message = json.get();
        return switch (Messages.kind(message)) {
            case REQUEST -> take(request, message);
            case NOTIFICATION -> Reply.empty(202);
            case RESPONSE, INVALID -> refuse(null, Messages.INVALID_REQUEST, "one request or notification at a time");
        };
    }

    private Reply take(Request request, JsonNode message) {
        JsonNode id = message.get("id");
        JsonNode meta = message.path("params").path("_meta");
        String version = meta.path(Mirror.VERSION).asText(REVISION);
        Predicate<StatelessRule> enforced = rule -> behaviour.enforces(rule, request);
        if (request.header("MCP-Protocol-Version").isEmpty() && enforced.test(VERSION_HEADER_PRESENT)) {
            return refuse(id, Messages.HEADER_MISMATCH, "MCP-Protocol-Version is required; spoken is " + REVISION);
        }
        if (request.asks("initialize") && meta.isMissingNode()) {
            String earlier = request.header("MCP-Protocol-Version").orElse("");
            return Reply.json(400, Messages.unsupportedVersion(id, earlier, List.of(REVISION)));
        }
        Optional<String> lacking = lacking(meta, enforced);
        if (lacking.isPresent()) {
            return refuse(id, Messages.INVALID_PARAMS, lacking.get());
        }
        Optional<String> fault = new Mirror(request, message, enforced).fault();
        if (fault.isPresent()) {
            return refuse(id, Messages.HEADER_MISMATCH, fault.get());
        } else if (!version.equals(REVISION) && enforced.test(VERSION_SUPPORTED)) {
            return Reply.json(400, Messages.unsupportedVersion(id, version, List.of(REVISION)));
        }
        return answer(new Call(request, new Session("", REVISION), REVISION, message));
    }

    /** What the metadata lacks, if anything. */
    private static Optional<String> lacking(JsonNode meta, Predicate<StatelessRule> enforced) {
        if (meta.isMissingNode()) {
            return enforced.test(METADATA_PRESENT) ? Optional.of("_meta is required") : Optional.empty();
        } else if (!meta.path(Mirror.VERSION).isTextual() && enforced.test(VERSION_IN_METADATA)) {
            return Optional.of("_meta needs the protocol version");
        } else if (!meta.path(CAPABILITIES).isObject() && enforced.test(CAPABILITIES_IN_METADATA)) {
            return Optional.of("_meta needs the client's capabilities");
        }
        return Optional.empty();
    }

    private Reply answer(Call call) {
        return call.method().equals("subscriptions/listen") ? listen(call) : respond(call);
    }

    private Reply listen(Call call) {
        JsonNode wishes = call.params().path("notifications");
        if (!wishes.isObject()) {
            return refuse(call.message().get("id"), Messages.INVALID_PARAMS, "notifications is required");
        }
        JsonNode id = call.message().get("id");
        Channel channel = new Channel(listening::remove);
        listening.put(channel, id);
        return Reply.stream(List.of(SseEvent.message(Subscriptions.acknowledgement(id, wishes))), channel)
                .with("X-Accel-Buffering", "no");
    }

    /** Ends every subscription by its result, and waits a moment for that to be written. */
    void end() {
        listening.forEach((channel, id) -> {
            channel.send(SseEvent.message(Subscriptions.end(id)));
            channel.close();
        });
        for (int round = 0; round < MOST_ROUNDS && !listening.isEmpty(); round++) {
            LockSupport.parkNanos(ROUND.toNanos());
        }
    }

    private Reply respond(Call call) {
        ObjectNode response = behaviour.answer(call, rpc.answer(call.message(), call.context()));
        int code = response.path("error").path("code").asInt();
        if (code == Messages.METHOD_NOT_FOUND) {
            return Reply.json(404, response);
        } else if (!call.request().accepts(Reply.EVENTS) || !behaviour.streams(call)) {
            return Reply.json(200, response);
        }
        List<SseEvent> events = new ArrayList<>();
        behaviour.tells(call).forEach(said -> events.add(SseEvent.message(said)));
        events.add(SseEvent.message(response));
        return Reply.events(events).with("X-Accel-Buffering", "no");
    }

    private static Reply refuse(@Nullable JsonNode id, int code, String message) {
        return Reply.json(400, Messages.error(id, code, message));
    }
}
