package dev.touchstone.wire.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Received.Kind;
import org.junit.jupiter.api.Test;

class BoundedTest {

    @Test
    void a_small_value_stays_what_it_is() {
        JsonNode value = Json.parse("{\"a\": [1, {\"b\": null}]}").orElseThrow();

        assertThat(Bounded.of(value, 5)).isSameAs(value);
    }

    @Test
    void of_a_large_one_lists_are_cut_and_objects_are_not() {
        JsonNode value =
                Json.parse("{\"list\": [1, 2, 3, 4], \"c\": 1, \"d\": 2}").orElseThrow();

        assertThat(Bounded.of(value, 4))
                .isEqualTo(Json.parse("{\"list\": [1, 2], \"c\": 1, \"d\": 2}").orElseThrow());
    }

    @Test
    void a_hundred_thousand_broken_tools_cost_a_bounded_number_of_violations() {
        ObjectNode message = Json.object().put("jsonrpc", "2.0").put("id", 1);
        ArrayNode tools = message.putObject("result").putArray("tools");
        for (int i = 0; i < 100_000; i++) {
            tools.addObject();
        }

        assertThat(SchemaBook.of("2025-11-25").violations(Kind.RESULT, "tools/list", message))
                .hasSizeBetween(1_000, 2 * SchemaBook.MOST_VALUES);
    }
}
