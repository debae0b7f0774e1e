package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Log messages, and the level from which on a client gets them. */
final class Log {

    private static final List<String> LEVELS =
            List.of("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency");

    private Log() {}

    static ObjectNode setLevel(JsonNode params, Context context) throws RpcException {
        String level = Params.text(params, "level");
        if (!LEVELS.contains(level)) {
            throw RpcException.invalidParams("unknown level");
        }
        context.memory().logLevel(level);
        return Messages.object();
    }

    /** Says something to a client that wants to hear of such things. */
    static void tell(Context context, String level, ObjectNode data) {
        if (LEVELS.indexOf(level) >= LEVELS.indexOf(context.memory().logLevel())) {
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
