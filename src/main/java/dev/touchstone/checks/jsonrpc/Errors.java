package dev.touchstone.checks.jsonrpc;

import static dev.touchstone.checks.jsonrpc.Emitted.each;
import static dev.touchstone.checks.jsonrpc.Emitted.member;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Received;
import dev.touchstone.wire.Shown;
import java.util.List;
import java.util.Set;

/** What the errors of the whole run look like. */
@Conformance
@Afterwards
class Errors {
    private static final Set<Integer> DEFINED = Set.of(
            ErrorCode.PARSE_ERROR,
            ErrorCode.INVALID_REQUEST,
            ErrorCode.METHOD_NOT_FOUND,
            ErrorCode.INVALID_PARAMS,
            ErrorCode.INTERNAL_ERROR);
    private static final int CONCISE = 300;

    @Verifies("jsonrpc.error.code-integer")
    void the_code_of_an_error_is_an_integer(Emitted emitted, Expect expect) {
        each(
                "errors",
                emitted.errors(),
                message -> Json.isInteger(message.at("/error/code")),
                "error.code is an integer",
                message -> message.path("error").isObject()
                        ? member(message.path("error"), "code")
                        : member(message, "error"),
                expect);
    }

    @Verifies("jsonrpc.error.message-string")
    void an_error_has_a_message(Emitted emitted, Expect expect) {
        each(
                "errors",
                objects(emitted),
                message -> message.at("/error/message").isTextual(),
                "error.message is a string",
                message -> member(message.path("error"), "message"),
                expect);
    }

    @Verifies("jsonrpc.error.message-concise")
    void the_message_of_an_error_is_one_concise_sentence(Emitted emitted, Expect expect) {
        List<Received> worded = objects(emitted).stream()
                .filter(received -> received.message().at("/error/message").isTextual())
                .toList();
        each(
                "error messages",
                worded,
                message -> isConcise(message.at("/error/message").asText()),
                "an error.message of one line and at most " + CONCISE + " characters",
                message -> described(message.at("/error/message").asText()),
                expect);
    }

    private static boolean isConcise(String text) {
        return text.length() <= CONCISE && text.strip().lines().count() <= 1;
    }

    private static String described(String text) {
        return text.strip().lines().count() + " lines and " + text.length() + " characters that begin with "
                + Shown.text(text.strip().lines().findFirst().orElse(""));
    }

    @Verifies("jsonrpc.error.reserved-codes")
    void no_code_is_invented_in_the_reserved_range(Emitted emitted, Expect expect) {
        List<Received> coded = objects(emitted).stream()
                .filter(received -> Json.isInteger(received.message().at("/error/code")))
                .toList();
        each(
                "error codes",
                coded,
                message -> !isInvented(message.at("/error/code")),
                "a code that JSON-RPC defines, one from -32099 to -32000, or one outside -32768 to -32000",
                message -> member(message.path("error"), "code"),
                expect);
    }

    private static boolean isInvented(JsonNode code) {
        long number = code.asLong();
        boolean free = number < -32768 || number > -32000 || number >= -32099;
        return !free && !DEFINED.contains((int) number);
    }

    private static List<Received> objects(Emitted emitted) {
        return emitted.errors().stream()
                .filter(received -> received.message().path("error").isObject())
                .toList();
    }
}
