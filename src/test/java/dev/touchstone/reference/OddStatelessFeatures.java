package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.answering;
import static dev.touchstone.reference.Behaviours.both;
import static dev.touchstone.reference.ToolBehaviours.ECHO;
import static dev.touchstone.reference.ToolBehaviours.LETTERS;
import static dev.touchstone.reference.ToolBehaviours.of;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Unusual decisions that a server without sessions may take. */
final class OddStatelessFeatures {
    private static final Set<String> ASKING = Set.of(ToolBehaviours.SHOWCASE, "showcase", "demo://pixel");

    private OddStatelessFeatures() {}

    /** Asks for another round and for nothing else: whoever comes back is asked again. */
    static Behaviour askingForInput() {
        return answering(OddStatelessFeatures::asks, response -> {
            if (response.get("result") instanceof ObjectNode result) {
                result.remove(List.of("content", "messages", "contents", "ttlMs", "cacheScope"));
                result.put("resultType", "input_required").put("requestState", "come back");
            }
            return response;
        });
    }

    private static boolean asks(Call call) {
        boolean may = Set.of("tools/call", "prompts/get", "resources/read").contains(call.method());
        String name =
                call.params().path("name").asText(call.params().path("uri").asText());
        return may && ASKING.contains(name);
    }

    /** The last prompt is on the page of the empty cursor. */
    static Behaviour emptyCursor() {
        return answering(
                call -> call.method().equals("prompts/list")
                        && call.params().path("cursor").asText().isEmpty(),
                OddStatelessFeatures::secondPageWithoutName);
    }

    private static ObjectNode secondPageWithoutName(ObjectNode response) {
        if (response.path("result").has("nextCursor")) {
            ((ObjectNode) response.get("result")).put("nextCursor", "");
        } else if (response.path("error").path("message").asText().equals("unknown cursor")) {
            response.remove("error");
            response.putObject("result").putArray("prompts").addObject().put("name", "showcase");
        }
        return response;
    }

    /** Counts letters into a list of one number. */
    static Behaviour structuredLists() {
        Behaviour listed = ToolBehaviours.listed(LETTERS, tool -> {
            ObjectNode schema = tool.putObject("outputSchema").put("type", "array");
            schema.putObject("items").put("type", "integer");
        });
        Behaviour called = ToolBehaviours.calling(of(LETTERS), result -> {
            if (result.path("structuredContent").has("letters")) {
                int letters = result.path("structuredContent").path("letters").asInt();
                ArrayNode list = result.putArray("structuredContent").add(letters);
                ((ObjectNode) result.path("content").get(0)).put("text", list.toString());
            }
        });
        return both(listed, called);
    }

    /** The text of a tool is repeated in a header of its own. */
    static Behaviour argumentInHeader() {
        Behaviour listed = ToolBehaviours.listed(
                ECHO, tool -> tool.withObject("/inputSchema/properties/text").put("x-mcp-header", "Text"));
        return new Behaviour() {
            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                JsonNode text = ToolBehaviours.arguments(call).path("text");
                boolean due = of(ECHO).test(call) && text.isTextual();
                boolean repeated = call.request()
                        .header("Mcp-Param-Text")
                        .filter(text.asText()::equals)
                        .isPresent();
                return due && !repeated
                        ? Behaviours.error(response, -32020, "Mcp-Param-Text is required")
                        : listed.answer(call, response);
            }
        };
    }

    /** Reads headers in a way that does not tell an empty one from none. */
    static Behaviour emptyNameIsMissing() {
        return new Behaviour() {
            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                boolean empty = call.request()
                        .header("Mcp-Name")
                        .filter(name -> name.strip().isEmpty())
                        .isPresent();
                return empty ? Behaviours.error(response, -32020, "Mcp-Name is required") : response;
            }
        };
    }

    /** A version header that is not spoken is refused as such, whatever the metadata says. */
    static Behaviour versionOfTheHeaderFirst() {
        return Behaviours.intercepting(
                request -> Behaviours.isRequest(request)
                        && request.header("MCP-Protocol-Version")
                                .filter(version -> !version.equals("2026-07-28"))
                                .isPresent(),
                request -> {
                    ObjectNode refusal = request.json().orElseThrow().deepCopy();
                    refusal.remove(List.of("method", "params"));
                    Behaviours.error(refusal, -32022, "unsupported version, try 2026-07-28");
                    ObjectNode data = refusal.withObject("/error/data");
                    data.put("requested", request.header("MCP-Protocol-Version").orElse(""))
                            .putArray("supported")
                            .add("2026-07-28");
                    return Reply.json(400, refusal);
                });
    }

    /** No two results of discovery are the same. */
    static Behaviour countingReaders() {
        AtomicInteger readers = new AtomicInteger();
        return StatelessBehaviours.discovering(
                result -> result.put("instructions", "You are reader number " + readers.incrementAndGet() + "."));
    }
}
