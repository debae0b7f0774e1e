package dev.touchstone.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.cli.Judging;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.DemoServer;
import dev.touchstone.verdict.CalledTool;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A full run, over every revision and both transports, calls no tool without consent. */
class ConsentTest {
    /** A server whose every tool shouts when it is called by a name that is listed. */
    private static final class Shouting implements Behaviour {
        private final Consumer<ObjectNode> change;
        private final Set<String> listed = ConcurrentHashMap.newKeySet();
        private final Set<String> called = ConcurrentHashMap.newKeySet();

        Shouting(Consumer<ObjectNode> change) {
            this.change = change;
        }

        @Override
        public ObjectNode answer(Call call, ObjectNode response) {
            if (call.method().equals("tools/list")) {
                for (JsonNode tool : response.at("/result/tools")) {
                    change.accept((ObjectNode) tool);
                    listed.add(tool.path("name").asText());
                }
            } else if (call.method().equals("tools/call")) {
                called.add(call.params().path("name").asText());
            }
            return response;
        }

        Set<String> shouted() {
            Set<String> both = ConcurrentHashMap.newKeySet();
            both.addAll(called);
            both.retainAll(listed);
            return both;
        }
    }

    private static List<CalledTool> judge(Shouting behaviour, String... options) {
        List<CalledTool> called = new ArrayList<>();
        try (DemoServer server = DemoServer.start(behaviour)) {
            called.addAll(
                    Judging.judge(server.streamableUrl(), List.of(options)).called());
            called.addAll(Judging.judge(server.sseUrl(), List.of(options)).called());
        }
        assertThat(behaviour.listed).isNotEmpty();
        return called;
    }

    @Test
    void a_tool_that_does_not_say_it_is_harmless_is_not_called() {
        Shouting server = new Shouting(tool -> {
            tool.remove("annotations");
            tool.put("name", "my_" + tool.path("name").asText());
        });

        assertThat(judge(server)).isEmpty();
        assertThat(server.shouted()).isEmpty();
    }

    @Test
    void a_tool_that_says_it_is_harmless_is_called_and_named_in_the_report() {
        Shouting server = new Shouting(tool -> {});

        assertThat(judge(server, "--only", "tools.call", "--revision", "2025-06-18,2024-11-05"))
                .extracting(CalledTool::name)
                .contains("echo");
        assertThat(server.shouted()).contains("echo");
    }

    @Test
    void a_tool_that_contradicts_itself_is_not_called() {
        Shouting server = new Shouting(tool -> tool.withObject("/annotations").put("destructiveHint", true));

        assertThat(judge(server)).isEmpty();
        assertThat(server.shouted()).isEmpty();
    }

    @Test
    void no_tool_is_called_when_none_may_be() {
        Shouting server = new Shouting(tool -> {});

        assertThat(judge(server, "--allow.calls", "none")).isEmpty();
        assertThat(server.shouted()).isEmpty();
    }
}
