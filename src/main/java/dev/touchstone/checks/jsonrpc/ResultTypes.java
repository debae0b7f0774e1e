package dev.touchstone.checks.jsonrpc;

import static dev.touchstone.checks.jsonrpc.Emitted.each;
import static dev.touchstone.checks.jsonrpc.Emitted.member;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Received;
import java.util.List;
import java.util.Set;

/** What results say they are, in the whole run. */
@Conformance
@Afterwards
class ResultTypes {
    private static final String PRESENT = "jsonrpc.result-type.present";
    private static final Set<String> KNOWN = Set.of("complete", "input_required");

    @Verifies(PRESENT)
    void every_result_says_of_what_type_it_is(Emitted emitted, Expect expect) {
        each(
                "results",
                results(emitted),
                message -> type(message).isTextual(),
                "resultType is a string",
                message -> member(message.path("result"), "resultType"),
                expect);
    }

    @Verifies("jsonrpc.result-type.known")
    void every_result_is_of_a_type_that_the_client_knows(Emitted emitted, Dialect dialect, Expect expect) {
        List<Received> typed = results(emitted).stream()
                .filter(received -> type(received.message()).isTextual())
                .filter(received -> !isExtended(received.exchange(), dialect))
                .toList();
        each(
                "results that say of what type they are",
                typed,
                message -> KNOWN.contains(type(message).asText()),
                "resultType is \"complete\" or \"input_required\", since the request declared no extension",
                message -> member(message.path("result"), "resultType"),
                expect);
    }

    private static List<Received> results(Emitted emitted) {
        return emitted.responses().stream()
                .filter(received -> received.message().path("result").isObject()
                        && !received.message().hasNonNull("error"))
                .toList();
    }

    private static JsonNode type(JsonNode message) {
        return message.path("result").path("resultType");
    }

    /** Whether the request declared an extension that the server advertises: it may have types of its own. */
    private static boolean isExtended(Exchange exchange, Dialect dialect) {
        JsonNode declared = Json.parse(exchange.request().body())
                .map(request -> request.at("/params/_meta").path(StatelessClient.CAPABILITIES_KEY))
                .orElse(Json.object())
                .path("extensions");
        JsonNode advertised = dialect.capabilities().path("extensions");
        return declared.properties().stream().anyMatch(entry -> advertised.has(entry.getKey()));
    }
}
