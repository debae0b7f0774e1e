package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Behaviours.answering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.SseEvent;
import dev.touchstone.demo.StatelessRule;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Short ways to replace one decision of the server without sessions. */
final class StatelessBehaviours {

    static final String VERSION = "io.modelcontextprotocol/protocolVersion";
    static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
    static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";
    static final String CLIENT = "io.modelcontextprotocol/clientInfo";

    private StatelessBehaviours() {}

    /** Adds to a result that was made anew what every result without sessions has. */
    static ObjectNode completed(Call call, ObjectNode response) {
        boolean stateless = call.revision().compareTo("2026-07-28") >= 0;
        if (stateless && response.get("result") instanceof ObjectNode result && !result.has("resultType")) {
            result.put("resultType", "complete");
            if (!Set.of("tools/call", "prompts/get", "completion/complete").contains(call.method())) {
                result.put("ttlMs", 0).put("cacheScope", "public");
            }
            result.withObject("/_meta")
                    .putObject(SERVER_INFO)
                    .put("name", "demo")
                    .put("version", "1.0.0");
        }
        return response;
    }

    /** Changes the result of discovery. */
    static Behaviour discovering(Consumer<ObjectNode> change) {
        return answering(call -> call.method().equals("server/discover"), response -> {
            if (response.get("result") instanceof ObjectNode result) {
                change.accept(result);
            }
            return response;
        });
    }

    /** Changes the versions that the server names, in discovery and in refusals. */
    static Behaviour supporting(Consumer<ArrayNode> change) {
        Behaviour discovery = discovering(result -> change.accept((ArrayNode) result.get("supportedVersions")));
        return new Behaviour() {
            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                return discovery.answer(call, response);
            }

            @Override
            public Reply amend(Request request, Reply reply) {
                return refusal(reply, -32022) && !request.asks("initialize")
                        ? Behaviours.document(reply, d -> change.accept((ArrayNode) d.at("/error/data/supported")))
                        : reply;
            }
        };
    }

    /** Looks after all rules but some, or but for some requests. */
    static Behaviour without(Predicate<Request> when, StatelessRule... rules) {
        return new Behaviour() {
            @Override
            public boolean enforces(StatelessRule rule, Request request) {
                return !Set.of(rules).contains(rule) || !when.test(request);
            }
        };
    }

    static Behaviour without(StatelessRule... rules) {
        return without(request -> true, rules);
    }

    /** Changes the replies that refuse by a code, but for those to initialize, which have requirements of their own. */
    static Behaviour refusing(int code, UnaryOperator<Reply> change) {
        return amending(
                (request, reply) -> refusal(reply, code) && !request.asks("initialize") ? change.apply(reply) : reply);
    }

    /** Says a message ahead of the responses to some calls, which are streamed. */
    static Behaviour saying(Predicate<Call> when, String message) {
        return new Behaviour() {
            @Override
            public List<JsonNode> tells(Call call) {
                List<JsonNode> told = call.context().told();
                return when.test(call) ? Behaviours.joined(told, List.of(Behaviours.parse(message))) : told;
            }
        };
    }

    /** Puts an event before the others of the streams that answer lists. */
    static Behaviour streaming(SseEvent event) {
        return amending((request, reply) -> Behaviours.isList(request) ? Behaviours.first(reply, event) : reply);
    }

    static boolean refusal(Reply reply, int code) {
        return Behaviours.text(reply).contains("\"code\":" + code);
    }

    /** The metadata of a request, a missing node where it has none. */
    static JsonNode meta(Request request) {
        return request.json()
                .map(json -> json.path("params").path("_meta"))
                .orElseGet(() -> Behaviours.parse("{}").path("none"));
    }
}
