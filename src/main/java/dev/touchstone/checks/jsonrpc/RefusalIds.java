package dev.touchstone.checks.jsonrpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Received;
import java.util.List;

/** Errors in the body of a refusal by status, which belong to a request that could be read. */
@Conformance
@Afterwards
class RefusalIds {

    @Verifies("jsonrpc.error.id-omitted-only-when-unreadable")
    void a_refusal_names_no_other_id_than_that_of_its_request(Recorded recorded, Expect expect) {
        List<Received> errors = recorded.messages(Received.Kind.ERROR).stream()
                .filter(received -> received.exchange().refused() && JsonRpc.isRequest(request(received.exchange())))
                .toList();
        if (errors.isEmpty()) {
            throw new NotApplicable("no request was refused by a status (4xx) with a JSON-RPC error beside it");
        }
        Emitted.each(
                "errors beside a client error status",
                errors,
                error -> !error.hasNonNull("id") || isAsked(error.path("id"), errors),
                "the id of the request, or none",
                error -> "the id " + Emitted.member(error, "id"),
                expect);
    }

    private static boolean isAsked(JsonNode id, List<Received> errors) {
        return errors.stream()
                .anyMatch(received ->
                        JsonRpc.matches(id, request(received.exchange()).path("id")));
    }

    private static JsonNode request(Exchange exchange) {
        return Json.parse(exchange.request().body()).orElse(MissingNode.getInstance());
    }
}
