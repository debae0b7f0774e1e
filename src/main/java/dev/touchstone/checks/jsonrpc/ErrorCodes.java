package dev.touchstone.checks.jsonrpc;

import static dev.touchstone.checks.jsonrpc.Emitted.member;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Received;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Which error codes a server without sessions uses, in the whole run. */
@Conformance
@Afterwards
class ErrorCodes {
    private static final int FIRST_DEFINED = ErrorCode.HEADER_MISMATCH;
    private static final int LAST_DEFINED = ErrorCode.UNSUPPORTED_VERSION;
    private static final int LAST_RESERVED = -32099;
    private static final int LAST_LEGACY = -32000;

    private static final Set<Integer> RETIRED = Set.of(ErrorCode.RESOURCE_NOT_FOUND, ErrorCode.ELICITATION_REQUIRED);

    @Verifies("jsonrpc.error-code.retired")
    void codes_of_earlier_revisions_are_gone(Emitted emitted, Expect expect) {
        none(emitted, RETIRED::contains, "a code other than -32002 and -32042, which earlier revisions had", expect);
    }

    @Verifies("jsonrpc.error-code.reserved-range")
    void no_code_is_invented_in_the_range_of_the_protocol(Emitted emitted, Expect expect) {
        none(
                emitted,
                code -> code >= LAST_RESERVED && code < LAST_DEFINED && !RETIRED.contains(code),
                "no code from -32099 to -32020 but -32020, -32021 and -32022",
                expect);
    }

    @Verifies("jsonrpc.error-code.legacy-range")
    void codes_of_the_range_that_was_anybodys_are_left_alone(Emitted emitted, Expect expect) {
        none(
                emitted,
                code -> code > FIRST_DEFINED && code <= LAST_LEGACY && !RETIRED.contains(code),
                "no code from -32019 to -32000",
                expect);
    }

    private static void none(Emitted emitted, IntPredicate wrong, String expected, Expect expect) {
        List<Received> coded = emitted.errors().stream()
                .filter(received -> Json.isInteger(code(received.message())))
                .toList();
        Emitted.each(
                "error codes",
                coded,
                message -> !wrong.test(code(message).asInt()),
                expected,
                message -> member(message.path("error"), "code"),
                expect);
    }

    private static JsonNode code(JsonNode message) {
        return message.at("/error/code");
    }
}
