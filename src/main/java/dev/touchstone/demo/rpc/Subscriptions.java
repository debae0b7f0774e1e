package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a client may listen to: changes of the tools, of which there are none, and of single resources. */
public final class Subscriptions {

    private static final String ID = "io.modelcontextprotocol/subscriptionId";

    private Subscriptions() {}

    /** The first message of a subscription: what of the wishes is granted. */
    public static ObjectNode acknowledgement(JsonNode id, JsonNode wishes) {
        ObjectNode message =
                Messages.object().put("jsonrpc", "2.0").put("method", "notifications/subscriptions/acknowledged");
        ObjectNode params = message.putObject("params");
        params.putObject("_meta").set(ID, id);
        ObjectNode granted = params.putObject("notifications");
        if (wishes.path("toolsListChanged").asBoolean()) {
            granted.put("toolsListChanged", true);
        }
        if (wishes.path("resourceSubscriptions").isArray()) {
            granted.set("resourceSubscriptions", wishes.get("resourceSubscriptions"));
        }
        return message;
    }

    /** The result that ends a subscription. */
    public static ObjectNode end(JsonNode id) {
        ObjectNode result = Messages.object().put("resultType", "complete");
        result.putObject("_meta").set(ID, id);
        return Messages.result(id, result);
    }
}
