package dev.touchstone.checks.parts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.junit.Called;
import dev.touchstone.junit.Calls;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import java.util.List;

/** Requests that a server sends while its tools are called. The client of these calls declares no capability. */
public final class ServerRequests {
    private ServerRequests() {}

    /**
     * Expects that the client is not asked.
     *
     * @throws NotApplicable if it is not, since a server that would never ask shows nothing
     */
    public static void demandNone(String method, Calls calls, Expect expect) {
        List<Called> asking = calls.demand().stream()
                .filter(call -> call.told().stream().anyMatch(message -> is(method, message)))
                .toList();
        if (asking.isEmpty()) {
            throw new NotApplicable("none of the tools that were called made the server send " + method);
        }
        for (Called call : asking) {
            expect.seen(call.reply());
            expect.holds(
                    false,
                    "no " + method + " to a client that does not declare it",
                    "the call of " + call.tool().shown() + " made the server send " + method);
        }
    }

    private static boolean is(String method, JsonNode message) {
        return message.has("id") && message.path("method").asText().equals(method);
    }
}
