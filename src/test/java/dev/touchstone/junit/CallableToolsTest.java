package dev.touchstone.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.target.Consent;
import dev.touchstone.target.Consent.Rule;
import dev.touchstone.target.Fixtures;
import dev.touchstone.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallableToolsTest {
    private static final Consent NAMED = new Consent(Rule.READ_ONLY, List.of("named-*"), Fixtures.NONE);

    @Test
    void the_first_five_tools_that_change_nothing_are_called() {
        assertThat(chosen(Consent.STANDARD, readOnly(7)))
                .containsExactly("read-0", "read-1", "read-2", "read-3", "read-4");
    }

    @Test
    void tools_that_were_named_are_called_however_many_are_listed_before() {
        List<JsonNode> listed = new ArrayList<>(readOnly(7));
        listed.addAll(named(20));

        assertThat(chosen(NAMED, listed)).hasSize(20).allMatch(name -> name.startsWith("named-"));
    }

    @Test
    void the_order_of_the_list_stays() {
        List<JsonNode> listed = new ArrayList<>(readOnly(2));
        listed.addAll(named(1));

        assertThat(chosen(NAMED, listed)).containsExactly("read-0", "read-1", "named-0");
    }

    @Test
    void a_name_is_called_once_and_a_tool_that_needs_a_task_never() {
        ObjectNode task = tool("named-task");
        task.putObject("execution").put("taskSupport", "required");

        assertThat(chosen(NAMED, List.of(task, tool("named-a"), tool("named-a"))))
                .containsExactly("named-a");
    }

    private static List<String> chosen(Consent consent, List<JsonNode> listed) {
        return CallableTools.chosen(listed, new Permits(consent)).stream()
                .map(one -> one.tool().path("name").asText())
                .toList();
    }

    private static List<JsonNode> readOnly(int count) {
        return IntStream.range(0, count)
                .<JsonNode>mapToObj(number -> {
                    ObjectNode tool = tool("read-" + number);
                    tool.putObject("annotations").put("readOnlyHint", true);
                    return tool;
                })
                .toList();
    }

    private static List<JsonNode> named(int count) {
        return IntStream.range(0, count)
                .<JsonNode>mapToObj(number -> tool("named-" + number))
                .toList();
    }

    private static ObjectNode tool(String name) {
        return Json.object().put("name", name);
    }
}
