package dev.touchstone.checks.jsonrpc;

import dev.touchstone.catalogue.Era;
import dev.touchstone.catalogue.Transport;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes of messages that are no JSON, or no JSON-RPC. */
@Conformance
class MalformedMessages {
    /** Codes for what cannot be read, of which one or the other is right by the letter. */
    private static final Set<Integer> KINDRED = Set.of(
            ErrorCode.PARSE_ERROR, ErrorCode.INVALID_REQUEST, ErrorCode.METHOD_NOT_FOUND, ErrorCode.INVALID_PARAMS);
    /** Where headers repeat the method, a method that is none differs from what its header says. */
    private static final Set<Integer> STATELESS = Set.of(ErrorCode.INVALID_REQUEST, ErrorCode.HEADER_MISMATCH);
    /** Elsewhere there is one code. */
    private static final Set<Integer> STATEFUL = Set.of(ErrorCode.INVALID_REQUEST);

    @Verifies("jsonrpc.error.parse-error")
    void text_that_is_no_json_is_reported_as_a_parse_error(BadMessages messages, Dialect dialect, Expect expect) {
        Harm harm = messages.of(Bad.CUT_SHORT, expect);
        if (harm.refusedByStatus()) {
            throw new NotApplicable("refused by the status alone, which is enough: " + harm.seen() + " (exchange "
                    + harm.answer().number() + ")");
        } else if (harm.codes().isEmpty() || harm.crashed()) {
            throw Inconclusive.blockedBy(refusing(dialect), harm.seen());
        }
        judgeCodes(harm, Set.of(ErrorCode.PARSE_ERROR), expect);
        // JSON-RPC wants null there, which the schemas of MCP do not allow: no server can please both.
        harm.came().stream()
                .filter(message -> message.path("error").isObject() && message.hasNonNull("id"))
                .findFirst()
                .ifPresent(message -> expect.deviates(
                        "no id, or null, in the error",
                        "an error with the id " + Emitted.member(message, "id") + ", which nobody sent"));
    }

    /** The requirement that a server breaks which takes what is no JSON in silence, or crashes over it. */
    private static String refusing(Dialect dialect) {
        return dialect.transport() == Transport.HTTP_SSE
                ? "sse.post.malformed-refused"
                : "transport.post.unparsable-http-error";
    }

    @Verifies("jsonrpc.error.invalid-request")
    void json_that_is_no_request_is_reported_as_an_invalid_one(BadMessages messages, Dialect dialect, Expect expect) {
        Harm unreadable = messages.of(Bad.CUT_SHORT, expect);
        if (unreadable.codes().isEmpty() && !unreadable.answer().refused()) {
            throw Inconclusive.blockedBy(refusing(dialect), unreadable.seen());
        }
        for (Bad bad : List.of(Bad.STRING, Bad.OTHER_VERSION, Bad.METHOD_NUMBER)) {
            Harm harm = messages.of(bad, expect);
            String expected = "a client error status (4xx) or error " + ErrorCode.INVALID_REQUEST;
            if (!harm.codes().isEmpty()) {
                judgeCodes(harm, dialect.revision().era() == Era.STATEFUL ? STATEFUL : STATELESS, expect);
            } else if (bad == Bad.OTHER_VERSION && harm.served()) {
                expect.deviates(expected, harm.seen());
            } else {
                expect.holds(harm.answer().refused(), expected, harm.seen());
            }
        }
    }

    private static void judgeCodes(Harm harm, Set<Integer> right, Expect expect) {
        String expected =
                "error " + right.stream().sorted().map(String::valueOf).collect(Collectors.joining(" or "));
        boolean met = harm.codes().stream().anyMatch(right::contains);
        if (!met && KINDRED.containsAll(harm.codes())) {
            expect.deviates(expected, harm.seen());
        } else {
            expect.holds(met, expected, harm.seen());
        }
    }

    @Verifies("jsonrpc.request.null-id-refused")
    void a_request_with_a_null_id_gets_no_result(BadMessages messages, Expect expect) {
        Harm harm = messages.of(Bad.NULL_ID, expect);

        expect.holds(!harm.served(), "an error, an error status, or no response", harm.seen());
    }

    @Verifies("jsonrpc.malformed.session-survives")
    void a_bad_message_does_not_end_the_session(BadMessages messages, Expect expect) {
        for (Harm harm : messages.all(expect)) {
            harm.seenBy(expect);
            expect.holds(
                    harm.ping().succeeded(),
                    "a ping that is served after each bad message",
                    "after " + harm.bad().words() + ": " + harm.ping().inShort());
        }
    }
}
