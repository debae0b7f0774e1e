package dev.touchstone.checks.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.client.Until;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Discovered;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a server does with requests that are well framed and meant to hurt. */
@Conformance
class HostileInput {
    private static final int DEPTH = 10_000;
    private static final String PARAMS = "\"params\":{";
    private static final int LENGTH = 100_000;

    @Verifies("security.robust-to-hostile-input")
    void hostile_requests_are_answered_and_survived(StatelessClient client, Discovered discovered, Expect expect) {
        String method = discovered.servedMethod();
        expect.control(client.ask(method), method + " without anything hostile");
        Map<String, String> members = new LinkedHashMap<>();
        members.put("arrays " + DEPTH + " deep", "\"hostile\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH));
        members.put("a lone surrogate", "\"hostile\":\"\\ud800\"");
        members.put("a member that comes twice", "\"hostile\":1,\"hostile\":2");
        members.put("a text of " + LENGTH + " characters", "\"hostile\":\"" + "x".repeat(LENGTH) + "\"");

        members.forEach((label, member) -> {
            ObjectNode request = client.request(method);
            Exchange answer = send(client, request, member);
            expect.that("params with " + label, answer)
                    .holds(answer.response().isPresent() && !answer.crashed(), "an answer that is no server error");
        });
        expect.that(method + " after that", client.ask(method)).result();
    }

    private static Exchange send(StatelessClient client, ObjectNode request, String member) {
        String text = Json.write(request).replace(PARAMS, PARAMS + member + ",");
        JsonNode id = request.path("id");
        return client.bare(text.getBytes(StandardCharsets.UTF_8))
                .with(client.repeating(request))
                .onNewConnection()
                .reading(Until.responseTo(id))
                .send();
    }
}
