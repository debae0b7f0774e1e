package dev.touchstone.checks.sampling;

import dev.touchstone.checks.parts.ServerRequests;
import dev.touchstone.junit.Calls;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;

/** What tools ask of a client that declares nothing. */
@Conformance
class UndeclaredSampling {
    @Verifies("sampling.only-if-declared.should")
    void a_client_without_sampling_should_not_be_asked_to_sample(Calls calls, Expect expect) {
        ServerRequests.demandNone("sampling/createMessage", calls, expect);
    }

    @Verifies("sampling.only-if-declared.must")
    void a_client_without_sampling_is_not_asked_to_sample(Calls calls, Expect expect) {
        ServerRequests.demandNone("sampling/createMessage", calls, expect);
    }
}
