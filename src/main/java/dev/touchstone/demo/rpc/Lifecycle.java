package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** The handshake, and the one setting a session has. */
final class Lifecycle {

    private static final Set<String> LEVELS =
            Set.of("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency");

    private Lifecycle() {}

    static ObjectNode initialize(JsonNode params, Context context) throws RpcException {
        Params.text(params, "protocolVersion");
        ObjectNode result = Messages.object().put("protocolVersion", context.revision());
        ObjectNode capabilities = result.putObject("capabilities");
        capabilities.putObject("tools");
        capabilities.putObject("resources");
        capabilities.putObject("prompts");
        capabilities.putObject("logging");
        if (context.since("2025-03-26")) {
            capabilities.putObject("completions");
        }
        Tasks.declare(capabilities, context);
        result.set("serverInfo", serverInfo());
        return result.put("instructions", "A small server that conforms; its tool repeats what it is told.");
    }

    static ObjectNode serverInfo() {
        return Messages.object().put("name", "touchstone-demo").put("version", "1.0.0");
    }

    static ObjectNode setLevel(JsonNode params, Context context) throws RpcException {
        String level = Params.text(params, "level");
        if (!LEVELS.contains(level)) {
            throw RpcException.invalidParams("unknown level");
        }
        context.memory().logLevel(level);
        return Messages.object();
    }
}
