package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The handshake. */
final class Lifecycle {

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
        result.set("serverInfo", serverInfo());
        return result.put("instructions", "A small server that conforms; its tools change nothing.");
    }

    static ObjectNode serverInfo() {
        return Messages.object().put("name", "touchstone-demo").put("version", "1.0.0");
    }
}
