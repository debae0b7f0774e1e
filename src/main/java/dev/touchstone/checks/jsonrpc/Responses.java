package dev.touchstone.checks.jsonrpc;

import static dev.touchstone.checks.jsonrpc.Emitted.each;
import static dev.touchstone.checks.jsonrpc.Emitted.member;

import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Received;
import java.util.List;

/** The envelope of messages: the version, and what a response consists of. */
@Conformance
@Afterwards
class Responses {
    @Verifies("jsonrpc.version-member")
    void every_message_says_that_it_is_json_rpc_2_0(Emitted emitted, Expect expect) {
        each(
                "messages",
                emitted.messages(),
                message -> message.path("jsonrpc").isTextual()
                        && message.path("jsonrpc").asText().equals("2.0"),
                "jsonrpc is \"2.0\"",
                message -> member(message, "jsonrpc"),
                expect);
    }

    @Verifies("jsonrpc.response.result-or-error")
    void a_response_has_a_result_or_an_error(Emitted emitted, Expect expect) {
        each(
                "responses",
                emitted.responses(),
                message -> message.has("result") || message.hasNonNull("error"),
                "a result or an error",
                message -> message.has("error") ? "error is null and there is no result" : "neither of them",
                expect);
    }

    @Verifies("jsonrpc.response.not-both")
    void a_response_has_no_error_beside_its_result(Emitted emitted, Expect expect) {
        each(
                "responses",
                emitted.responses(),
                message -> !(message.has("result") && message.has("error")),
                "a result or an error and not both, null included",
                message -> member(message, "error") + " beside a result",
                expect);
    }

    @Verifies("jsonrpc.response.result-object")
    void a_result_is_an_object(Emitted emitted, Expect expect) {
        List<Received> results = emitted.responses().stream()
                .filter(received ->
                        received.message().has("result") && !received.message().hasNonNull("error"))
                .toList();
        each(
                "results",
                results,
                message -> message.path("result").isObject(),
                "a result that is an object",
                message -> member(message, "result"),
                expect);
    }
}
