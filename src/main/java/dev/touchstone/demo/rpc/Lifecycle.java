package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The handshake. */
final class Lifecycle {

    private static final String ICON = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

    private Lifecycle() {}

    static ObjectNode initialize(JsonNode params, Context context) throws RpcException {
        Params.text(params, "protocolVersion");
        ObjectNode result = Messages.object().put("protocolVersion", context.revision());
        ObjectNode capabilities = result.putObject("capabilities");
        capabilities.putObject("tools");
        capabilities.putObject("resources").put("subscribe", true);
        capabilities.putObject("prompts");
        capabilities.putObject("logging");
        if (context.since("2025-03-26")) {
            capabilities.putObject("completions");
        }
        Tasks.declare(capabilities, context);
        ObjectNode info = serverInfo();
        describe(info, context);
        result.set("serverInfo", info);
        result.putObject("_meta").put("dev.touchstone/demo", true);
        return result.put("instructions", "A small server that conforms; its tools change nothing.");
    }

    private static void describe(ObjectNode info, Context context) {
        if (context.since("2025-06-18")) {
            info.put("title", "Touchstone's demo server");
        }
        if (context.since("2025-11-25")) {
            info.put("description", "A small server that conforms.").put("websiteUrl", "https://touchstone.example/");
            ObjectNode icon =
                    info.putArray("icons").addObject().put("src", ICON).put("mimeType", "image/gif");
            icon.putArray("sizes").add("1x1");
        }
    }

    static ObjectNode serverInfo() {
        return Messages.object().put("name", "touchstone-demo").put("version", "1.0.0");
    }
}
