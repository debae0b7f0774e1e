package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Log messages, and the level from which on a client gets them. */
final class Log {

    private static final List<String> LEVELS =
            List.of("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency");

    private static final String LEVEL = "io.modelcontextprotocol/logLevel";
    private static final String SILENCE = "";

    private Log() {}

    static ObjectNode setLevel(JsonNode params, Context context) throws RpcException {
        String level = Params.text(params, "level");
        if (!LEVELS.contains(level)) {
            throw RpcException.invalidParams("unknown level");
        }
        context.memory().logLevel(level);
        return Messages.object();
    }

    /** Notes the level that a request without a session asks for; without one nothing is told. */
    static void heed(JsonNode params, Context context) throws RpcException {
        JsonNode level = params.path("_meta").path(LEVEL);
        if (!level.isMissingNode() && !LEVELS.contains(level.asText())) {
            throw RpcException.invalidParams("unknown log level");
        }
        context.memory().logLevel(level.asText(SILENCE));
    }

    /** Says something to a client that wants to hear of such things. */
    static void tell(Context context, String level, ObjectNode data) {
        String lowest = context.memory().logLevel();
        if (!lowest.equals(SILENCE) && LEVELS.indexOf(level) >= LEVELS.indexOf(lowest)) {
            ObjectNode notification = Messages.notification("notifications/message");
            notification
                    .putObject("params")
                    .put("level", level)
                    .put("logger", "demo")
                    .set("data", data);
            context.tell(notification);
        }
    }
}
