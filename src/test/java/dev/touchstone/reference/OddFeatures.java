package dev.touchstone.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Unusual resources, prompts and completions that a server may have. */
final class OddFeatures {
    private static final Map<String, String> LISTS = Map.of(
            "tools/list", "tools",
            "resources/list", "resources",
            "resources/templates/list", "resourceTemplates",
            "prompts/list", "prompts");

    private OddFeatures() {}

    /** Declares everything and has nothing. */
    static Behaviour emptyLists() {
        return changing((call, response) -> {
            String member = LISTS.get(call.method());
            if (response.has("error")) {
                return response;
            } else if (member != null) {
                response.putObject("result").putArray(member);
            } else if (List.of("prompts/get", "completion/complete", "tools/call")
                    .contains(call.method())) {
                return Behaviours.error(response, -32602, "unknown name");
            } else if (List.of("resources/read", "resources/subscribe").contains(call.method())) {
                int code = call.revision().compareTo("2026-07-28") < 0 ? -32002 : -32602;
                return Behaviours.error(response, code, "resource not found");
            }
            return response;
        });
    }

    /** Declares nothing, and serves whoever asks what its framework has by default: empty lists, and no suggestions. */
    static Behaviour emptyUndeclared() {
        return changing((call, response) -> {
            String member = LISTS.get(call.method());
            if (call.method().equals("initialize") && response.has("result")) {
                response.withObject("/result/capabilities")
                        .remove(List.of("tools", "resources", "prompts", "completions"));
            } else if (member != null && response.has("result")) {
                response.putObject("result").putArray(member);
            } else if (call.method().equals("completion/complete")) {
                response.remove("error");
                response.putObject("result").putObject("completion").putArray("values");
            }
            return response;
        });
    }

    /** Writes the member that a resource does not have, too. */
    static Behaviour nullBesideText() {
        return changing((call, response) -> {
            for (JsonNode holder : response.findParents("text")) {
                if (holder instanceof ObjectNode contents && contents.has("uri")) {
                    contents.putNull("blob");
                }
            }
            return response;
        });
    }

    /** Says when things changed in milliseconds, where annotations have no such member yet. */
    static Behaviour oldAnnotations() {
        return changing((call, response) -> {
            boolean old = call.revision().compareTo("2025-06-18") < 0;
            response.at("/result/resources").forEach(resource -> {
                if (old) {
                    ((ObjectNode) resource).putObject("annotations").put("lastModified", 1764064800000L);
                }
            });
            return response;
        });
    }

    /** Lists everything at once, whatever the cursor. */
    static Behaviour onePage() {
        return changing((call, response) -> {
            String member = LISTS.get(call.method());
            if (member != null && call.params().has("cursor")) {
                response.remove("error");
                response.putObject("result").putArray(member);
            } else if (response.get("result") instanceof ObjectNode result) {
                result.remove("nextCursor");
            }
            return response;
        });
    }

    /** Has resources without templates, and no method to list them. */
    static Behaviour noTemplates() {
        return changing((call, response) -> call.method().equals("resources/templates/list")
                ? Behaviours.error(response, -32601, "Method not found")
                : response);
    }

    /** Has a resource for every URI there can be. */
    static Behaviour readsAnything() {
        return changing((call, response) -> {
            boolean missing =
                    List.of(-32002, -32602).contains(response.at("/error/code").asInt());
            if (missing
                    && call.method().startsWith("resources/")
                    && call.params().path("uri").isTextual()) {
                String uri = call.params().path("uri").asText();
                response.remove("error");
                ObjectNode content =
                        response.putObject("result").putArray("contents").addObject();
                content.put("uri", uri).put("text", "You asked for " + uri);
            }
            return response;
        });
    }

    /** Has nothing to suggest. */
    static Behaviour suggestsNothing() {
        return changing((call, response) -> {
            if (call.method().equals("completion/complete") && response.has("result")) {
                response.putObject("result").putObject("completion").putArray("values");
            }
            return response;
        });
    }

    private static Behaviour changing(BiFunction<Call, ObjectNode, ObjectNode> change) {
        return new Behaviour() {
            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                return change.apply(call, response);
            }
        };
    }
}
