package dev.touchstone.checks.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.checks.discovery.FirstSteps;
import dev.touchstone.checks.discovery.Protection;
import dev.touchstone.checks.discovery.Unauthenticated;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.Json;
import java.util.List;
import java.util.UUID;

/** What can be learned of a server by somebody whom it refuses. */
@Conformance
class ClosedDoor {

    /** Well-formed requests only: whether a body is read before the token is nowhere said. */
    @Verifies("auth.before-processing")
    void what_is_asked_makes_no_difference_to_who_is_refused(Protection protection, FirstSteps steps, Expect expect) {
        Exchange refusal = protection.demand(expect);
        if (protection.letsIn()) {
            throw new NotApplicable("the first request is let in without credentials, so that others are refused for"
                    + " what they ask (exchange " + refusal.number() + ")");
        }
        ObjectNode unknown = Json.object().put("name", "touchstone-" + UUID.randomUUID());
        unknown.set("arguments", Json.object());
        refused("a list", steps.ask("tools/list", Headers.NONE), expect);
        refused("an unknown method", steps.ask("touchstone/" + UUID.randomUUID(), Headers.NONE), expect);
        refused("an unknown tool", steps.ask("tools/call", unknown, Headers.NONE), expect);
    }

    private static void refused(String what, Exchange answer, Expect expect) {
        expect.seen(answer);
        String expected = "the refusal of who asks for " + what + ", status 401";
        String seen = "asking for " + what + ": " + answer.inShort();
        boolean told = answer.succeeded() || answer.messages().stream().anyMatch(ClosedDoor::tells);
        if (!told && answer.status() != 401 && answer.status() != 403) {
            expect.deviates(expected, seen);
        } else {
            expect.holds(!told, expected, seen + (told ? ", which tells what the server knows" : ""));
        }
    }

    /** A result, or an error that says what there is or not. */
    private static boolean tells(JsonNode message) {
        int code = message.path("error").path("code").asInt();
        return message.has("result") || code == -32601 || code == -32602;
    }

    @Verifies("auth.token.no-data-to-unauthorized")
    void a_refusal_has_no_data_of_the_server(Protection protection, Unauthenticated unauthenticated, Expect expect) {
        protection.demand(expect);
        List<Exchange> refusals = unauthenticated.refusals();
        for (Exchange refusal : refusals) {
            boolean result = refusal.messages().stream().anyMatch(message -> message.has("result"));
            expect.holds(!result, "no result in a refusal", refusal.inShort() + (result ? " with a result" : ""));
            refusal.header("Mcp-Session-Id")
                    .ifPresent(id -> expect.deviates("no session id in a refusal", refusal.inShort() + " with one"));
        }
    }
}
