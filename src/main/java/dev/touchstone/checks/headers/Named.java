package dev.touchstone.checks.headers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Discovered;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Requests for things that nobody has, by the methods whose name is repeated in a header: a server that looks at the
 * header refuses it, and one that does not has nothing to carry out.
 *
 * @param method the method
 * @param member the param that the header repeats
 * @param name a name or URI that no server knows
 */
record Named(String method, String member, String name) {

    /** One for each such method that the server advertises. */
    static List<Named> advertised(Discovered discovered) {
        var capabilities = discovered.succeeded().result().path("capabilities");
        String nobody = "touchstone-" + UUID.randomUUID();
        List<Named> all = new ArrayList<>();
        if (capabilities.has("tools")) {
            all.add(new Named("tools/call", "name", nobody));
        }
        if (capabilities.has("prompts")) {
            all.add(new Named("prompts/get", "name", nobody));
        }
        if (capabilities.has("resources")) {
            all.add(new Named("resources/read", "uri", "touchstone://" + nobody));
        }
        if (all.isEmpty()) {
            throw new NotApplicable("the server advertises neither tools nor prompts nor resources");
        }
        return all;
    }

    /** The request with this name. */
    ObjectNode request(StatelessClient client) {
        return client.request(method, Json.object().put(member, name));
    }
}
