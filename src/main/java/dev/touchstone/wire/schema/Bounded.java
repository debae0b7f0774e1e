package dev.touchstone.wire.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.wire.Json;

/** Cuts lists short, so that a million broken items do not become a million findings. */
final class Bounded {
    private int left;

    private Bounded(int left) {
        this.left = left;
    }

    /** The value itself or, if it has more values than that, a copy whose lists end once these are used up. */
    static JsonNode of(JsonNode value, int values) {
        return new Bounded(values).fits(value) ? value : new Bounded(values).copy(value);
    }

    private boolean fits(JsonNode value) {
        left--;
        for (JsonNode member : value) {
            if (left < 0 || !fits(member)) {
                return false;
            }
        }
        return left >= 0;
    }

    private JsonNode copy(JsonNode value) {
        left--;
        if (value instanceof ObjectNode object) {
            ObjectNode copy = Json.object();
            object.fields().forEachRemaining(member -> copy.set(member.getKey(), copy(member.getValue())));
            return copy;
        } else if (value instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            for (int i = 0; i < array.size() && left > 0; i++) {
                copy.add(copy(array.path(i)));
            }
            return copy;
        }
        return value;
    }
}
