package dev.touchstone.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Unusual decisions that a server may take about its tools. */
final class OddTools {

    private OddTools() {}

    static void strip(JsonNode tool) {
        ((ObjectNode) tool).remove(List.of("annotations", "description"));
    }

    static void generated(JsonNode tool) {
        ObjectNode schema = (ObjectNode) tool.get("inputSchema");
        schema.put("$schema", "http://json-schema.org/draft-07/schema#")
                .put("title", "Arguments")
                .put("additionalProperties", false);
        schema.withObject("/properties");
        ((ObjectNode) tool).put("title", "Generated").withObject("/annotations").put("idempotentHint", true);
    }

    private static void addLinks(Call call, ObjectNode result) {
        ArrayNode content = result.withArray("/content");
        ObjectNode embedded = content.addObject().put("type", "resource").putObject("resource");
        embedded.put("uri", "result:1").put("text", "");
        if (call.revision().compareTo("2025-06-18") >= 0) {
            content.addObject()
                    .put("type", "resource_link")
                    .put("uri", "https://example.com/")
                    .put("name", "elsewhere");
        }
    }

    /** Embeds and links what nobody can read here. */
    static Behaviour linksUnlisted() {
        return new Behaviour() {
            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                if (call.method().equals("tools/call") && response.get("result") instanceof ObjectNode result) {
                    addLinks(call, result);
                }
                return response;
            }
        };
    }

    static void wrap(ObjectNode result) {
        if (!result.has("isError")) {
            String text = result.path("content").get(0).path("text").asText();
            result.putObject("structuredContent").put("result", text);
        }
    }

    static ObjectNode failed(ObjectNode response) {
        response.remove("error");
        ObjectNode result = response.putObject("result").put("isError", true);
        result.putArray("content").addObject().put("type", "text").put("text", "Tool not found");
        return response;
    }

    static ObjectNode requireElicitation(ObjectNode response) {
        Behaviours.error(response, -32042, "Log in first.")
                .withObject("/error/data")
                .putArray("elicitations")
                .addObject()
                .put("mode", "url")
                .put("elicitationId", "6fa459ea")
                .put("url", "https://login.example.com/")
                .put("message", "Log in, please.");
        return response;
    }

    static Behaviour silentUntilAsked() {
        return new Behaviour() {
            private final Set<String> asked = ConcurrentHashMap.newKeySet();

            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                if (call.method().equals("logging/setLevel")) {
                    asked.add(call.session().id());
                }
                return response;
            }

            @Override
            public List<JsonNode> tells(Call call) {
                boolean silent = !asked.contains(call.session().id());
                return call.context().told().stream()
                        .filter(message -> !silent || !Tells.isLog(message))
                        .map(message -> Tells.isLog(message) ? plainNumber(message) : message)
                        .toList();
            }
        };
    }

    private static JsonNode plainNumber(JsonNode message) {
        ObjectNode changed = message.deepCopy();
        ObjectNode params = (ObjectNode) changed.get("params");
        params.remove("logger");
        params.put("data", 5);
        return changed;
    }
}
