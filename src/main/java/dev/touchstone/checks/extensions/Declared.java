package dev.touchstone.checks.extensions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.StatelessClient;

/** Requests that declare an extension. */
final class Declared {
    static final String TASKS = "io.modelcontextprotocol/tasks";

    private Declared() {}

    /** The request with an extension among the capabilities of the client. */
    static ObjectNode extension(String name, ObjectNode request) {
        ObjectNode meta = (ObjectNode) request.path("params").path("_meta");
        ((ObjectNode) meta.path(StatelessClient.CAPABILITIES_KEY))
                .putObject("extensions")
                .putObject(name);
        return request;
    }

    /** A request that declares tasks. */
    static ObjectNode tasks(StatelessClient client, String method, ObjectNode params) {
        return extension(TASKS, client.request(method, params));
    }
}
