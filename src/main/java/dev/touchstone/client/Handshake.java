package dev.touchstone.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;

/** The messages of the stateful lifecycle. */
public final class Handshake {
    private Handshake() {}

    /** The params of an initialize request that asks for a version and declares no capability. */
    public static ObjectNode params(String version) {
        ObjectNode params = Json.object().put("protocolVersion", version);
        params.set("capabilities", Json.object());
        params.set("clientInfo", Json.object().put("name", "touchstone").put("version", "1.0.0"));
        return params;
    }

    /** The notification that ends the handshake. */
    public static ObjectNode initialized() {
        return JsonRpc.notification("notifications/initialized");
    }
}
