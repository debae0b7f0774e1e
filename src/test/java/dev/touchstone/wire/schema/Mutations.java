package dev.touchstone.wire.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every message that differs from a given one in a single place. */
final class Mutations {
    private static final List<JsonNode> VALUES = Stream.of(
                    "null",
                    "7",
                    "-1",
                    "1.5",
                    "2.0",
                    "true",
                    "\"other\"",
                    "\"\"",
                    "[]",
                    "{}",
                    "[7]",
                    "[\"a\"]",
                    "{\"a\": 7}")
            .map(text -> Json.parse(text).orElseThrow())
            .toList();

    private Mutations() {}

    static List<JsonNode> of(JsonNode message) {
        List<JsonNode> mutants = new ArrayList<>();
        visit(message, message, "", mutants);
        return mutants;
    }

    private static void visit(JsonNode root, JsonNode at, String pointer, List<JsonNode> mutants) {
        if (at instanceof ObjectNode object) {
            JsonNode grown = root.deepCopy();
            ((ObjectNode) grown.at(pointer)).putObject("touchstoneExtra");
            mutants.add(grown);
            object.fieldNames().forEachRemaining(name -> {
                if (pointer.isEmpty() && name.equals("method")) {
                    return;
                }
                JsonNode without = root.deepCopy();
                ((ObjectNode) without.at(pointer)).remove(name);
                mutants.add(without);
                for (JsonNode value : VALUES) {
                    JsonNode changed = root.deepCopy();
                    ((ObjectNode) changed.at(pointer)).set(name, value);
                    mutants.add(changed);
                }
                String step = name.replace("~", "~0").replace("/", "~1");
                visit(root, object.path(name), pointer + "/" + step, mutants);
            });
        } else if (at instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                for (JsonNode value : VALUES) {
                    JsonNode changed = root.deepCopy();
                    ((ArrayNode) changed.at(pointer)).set(i, value);
                    mutants.add(changed);
                }
                visit(root, array.path(i), pointer + "/" + i, mutants);
            }
        }
    }
}
