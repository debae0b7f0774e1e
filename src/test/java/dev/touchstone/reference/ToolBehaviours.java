package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.answering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Short ways to change what is listed of tools, and what calls of them yield. */
final class ToolBehaviours {
    static final String ECHO = "echo";
    static final String LETTERS = "count_letters";
    static final String SHOWCASE = "show_contents";
    static final String FAILURE = "test_error_handling";
    static final String NARRATOR = "test_tool_with_logging";

    private ToolBehaviours() {}

    /** Changes the list of tools. */
    static Behaviour listing(Consumer<ArrayNode> change) {
        return answering(call -> call.method().equals("tools/list"), response -> {
            if (response.path("result").path("tools") instanceof ArrayNode tools) {
                change.accept(tools);
            }
            return response;
        });
    }

    /** Changes the entry of one tool. */
    static Behaviour listed(String name, Consumer<ObjectNode> change) {
        return listing(tools -> tools.forEach(tool -> {
            if (tool.path("name").asText().equals(name)) {
                change.accept((ObjectNode) tool);
            }
        }));
    }

    /** Changes the results of some calls of tools. */
    static Behaviour calling(Predicate<Call> when, Consumer<ObjectNode> change) {
        return responding(when, response -> {
            if (response.get("result") instanceof ObjectNode result) {
                change.accept(result);
            }
            return response;
        });
    }

    /** Changes the responses to some calls of tools. */
    static Behaviour responding(Predicate<Call> when, UnaryOperator<ObjectNode> change) {
        return answering(call -> call.method().equals("tools/call") && when.test(call), change);
    }

    /** Changes the items of content of a type. */
    static Behaviour content(String type, Consumer<ObjectNode> change) {
        return calling(
                of(SHOWCASE),
                result -> result.path("content").forEach(item -> {
                    if (item.path("type").asText().equals(type)) {
                        change.accept((ObjectNode) item);
                    }
                }));
    }

    /** Whether a call is of a tool. */
    static Predicate<Call> of(String tool) {
        return call -> toolName(call).equals(tool);
    }

    static String toolName(Call call) {
        return call.params().path("name").asText();
    }

    static JsonNode arguments(Call call) {
        return call.params().path("arguments");
    }

    /** Makes a failure a success. */
    static ObjectNode succeed(ObjectNode response) {
        response.remove("error");
        response.putObject("result")
                .putArray("content")
                .addObject()
                .put("type", "text")
                .put("text", "Done.");
        return response;
    }

    /** Says something ahead of the response to each call of a tool. */
    static Behaviour saying(String tool, String message) {
        return new Tells(of(tool), (call, told) -> Behaviours.joined(told, List.of(Behaviours.parse(message))));
    }
}
