package dev.touchstone.checks.versioning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Received;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether results say which server they come from. */
@Conformance
@Afterwards
class ServerIdentity {
    private static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";
    private static final String DISCOVER = "server/discover";

    @Verifies("version.server-info.every-result")
    void every_result_names_its_server(Recorded recorded, Expect expect) {
        List<Received> results = recorded.messages(Received.Kind.RESULT).stream()
                .filter(received ->
                        !received.method().isEmpty() && !received.method().equals(DISCOVER))
                .toList();
        if (results.isEmpty()) {
            throw new Inconclusive("no result but that of discovery was seen");
        }
        Map<String, Received> one = new HashMap<>();
        results.forEach(received -> one.merge(received.method(), received, ServerIdentity::worse));
        one.values().forEach(received -> {
            expect.seen(received.exchange());
            expect.holds(
                    named(received),
                    "the result of " + received.method() + " has " + SERVER_INFO + " in its _meta",
                    "the result of " + received.method() + (named(received) ? " has it" : " lacks it"));
        });
    }

    private static Received worse(Received one, Received other) {
        return named(one) ? other : one;
    }

    private static boolean named(Received received) {
        JsonNode info = received.result().path("_meta").path(SERVER_INFO);
        return info.path("name").isTextual() && info.path("version").isTextual();
    }
}
