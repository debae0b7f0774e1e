package dev.touchstone.reference;

import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Servers that list one thing on one connection and another on the next, or the same things in another order. */
enum ConnectionFault implements Fault {

    /** Each connection has a tool of its own. */
    TOOL_OF_A_CONNECTION(breaking(
                    "tools.list.not-per-connection",
                    () -> new Local("tools", "{\"name\":\"own\",\"inputSchema\":{\"type\":\"object\"}}", "name"))
            .alone()),

    /** Each connection has a resource of its own. */
    RESOURCE_OF_A_CONNECTION(breaking(
                    "resources.list.not-per-connection",
                    () -> new Local("resources", "{\"uri\":\"demo://own\",\"name\":\"own\"}", "uri"))
            .alone()),

    /** Each connection has a prompt of its own. */
    PROMPT_OF_A_CONNECTION(
            breaking("prompts.list.not-per-connection", () -> new Local("prompts", "{\"name\":\"own\"}", "name"))
                    .alone()),

    /** A prompt that was used is not listed again on the connection. */
    USED_PROMPT_GONE(
            breaking("prompts.list.not-per-connection", () -> new UsedUp("prompts/get", "prompts/list", "prompts"))
                    .alone()),

    /** Tools appear and go with what was used on the connection. */
    USED_TOOL_GONE(breaking("tools.list.no-side-effects", () -> new UsedUp("tools/call", "tools/list", "tools"))
            .alone()),

    /** Tools come in the order of a hash table with a seed of its own for each request. */
    TOOLS_SHUFFLED(breaking("tools.list.deterministic", () -> ToolBehaviours.listing(ConnectionFault::shuffle)));

    private final Defect defect;

    ConnectionFault(Defect defect) {
        this.defect = defect.stateless();
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static void shuffle(ArrayNode tools) {
        List<JsonNode> all = new ArrayList<>();
        tools.forEach(all::add);
        Collections.shuffle(all);
        tools.removeAll().addAll(all);
    }

    /** Adds an item to a list whose key has the port of the connection. */
    private record Local(String member, String item, String key) implements Behaviour {
        @Override
        public ObjectNode answer(Call call, ObjectNode response) {
            boolean listed =
                    call.method().equals(member + "/list") && !call.params().has("cursor");
            if (listed && response.get("result") instanceof ObjectNode result) {
                ObjectNode own = Behaviours.parse(item);
                own.put(key, own.path(key).asText() + call.request().peerPort());
                result.withArray(member).add(own);
            }
            return response;
        }
    }

    /** Leaves out the first item of a list on connections on which a method was used. */
    private static final class UsedUp implements Behaviour {
        private final Set<Integer> ports = ConcurrentHashMap.newKeySet();
        private final String use;
        private final String list;
        private final String member;

        UsedUp(String use, String list, String member) {
            this.use = use;
            this.list = list;
            this.member = member;
        }

        @Override
        public ObjectNode answer(Call call, ObjectNode response) {
            int port = call.request().peerPort();
            if (call.method().equals(use)) {
                ports.add(port);
            } else if (call.method().equals(list)
                    && ports.contains(port)
                    && response.get("result") instanceof ObjectNode result) {
                result.withArray(member).remove(0);
            }
            return response;
        }
    }
}
