package dev.touchstone.checks.elicitation;

import dev.touchstone.checks.parts.ServerRequests;
import dev.touchstone.junit.Calls;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;

/** What tools ask of a client that declares nothing. */
@Conformance
class UndeclaredElicitation {
    @Verifies("elicitation.only-if-declared")
    void a_client_without_elicitation_is_not_asked_to_elicit(Calls calls, Expect expect) {
        ServerRequests.demandNone("elicitation/create", calls, expect);
    }
}
