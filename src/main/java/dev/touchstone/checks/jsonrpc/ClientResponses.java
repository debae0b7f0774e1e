package dev.touchstone.checks.jsonrpc;

import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;

/** Responses of clients, which have nothing to respond to any more. */
@Conformance
class ClientResponses {
    @Verifies("jsonrpc.client-response.rejected")
    void a_response_of_the_client_is_refused(BadMessages messages, Expect expect) {
        Harm harm = messages.of(Bad.UNASKED_RESPONSE, expect);

        expect.holds(harm.answer().status() >= 400, "an HTTP error status", harm.seen());
    }
}
