package dev.touchstone.checks.logging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Shared;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session in which every level is set in turn, and then one that does not exist, and none. */
@Shared(Shared.Per.DIALECT)
final class Levels {
    /** The levels from the least to the most severe. */
    static final List<String> ALL =
            List.of("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency");

    /** The level that is set first. */
    static final String USUAL = "info";

    private final McpClient client;
    private @Nullable Tried tried;

    private record Tried(Map<String, Reply> known, Reply unknown, Reply missing) {}

    Levels(McpClient client) {
        this.client = client;
    }

    /** Whether one level is less severe than another. */
    static boolean isBelow(String level, String other) {
        return ALL.indexOf(level) < ALL.indexOf(other);
    }

    private synchronized Tried tried() {
        if (tried == null) {
            try (Session session = client.connect()) {
                Map<String, Reply> known = new LinkedHashMap<>();
                known.put(USUAL, set(session, USUAL));
                ALL.forEach(level -> known.computeIfAbsent(level, other -> set(session, other)));
                ObjectNode strange = Json.object().put("level", "touchstone-" + UUID.randomUUID());
                Reply unknown = session.provoke(JsonRpc.request(session.nextId(), "logging/setLevel", strange));
                Reply missing = session.provoke(JsonRpc.request(session.nextId(), "logging/setLevel", Json.object()));
                tried = new Tried(known, unknown, missing);
            }
        }
        return tried;
    }

    private static Reply set(Session session, String level) {
        return session.ask("logging/setLevel", Json.object().put("level", level));
    }

    /** What came of setting a level that exists. */
    Reply of(String level) {
        Reply reply = tried().known().get(level);
        if (reply == null) {
            throw new IllegalArgumentException("no such level: " + level);
        }
        return reply;
    }

    /** What came of a level that nobody knows. */
    Reply unknown() {
        return tried().unknown();
    }

    /** What came of a request without a level. */
    Reply missing() {
        return tried().missing();
    }
}
