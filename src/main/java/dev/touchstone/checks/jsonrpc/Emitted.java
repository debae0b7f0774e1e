package dev.touchstone.checks.jsonrpc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Shared;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Received;
import dev.touchstone.wire.Shown;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The JSON-RPC messages that the server sent in the whole run under one revision. */
@Shared(Shared.Per.DIALECT)
final class Emitted {
    private static final int NAMED = 4;
    private static final int SAMPLES = 3;

    private final List<Received> messages;

    Emitted(Recorded recorded) {
        this.messages = recorded.messages().stream()
                .filter(received -> recorded.isMessage(received) && JsonRpc.hasMembersOfMessage(received.message()))
                .toList();
    }

    /** All of them. */
    List<Received> messages() {
        return messages;
    }

    /** Those that are no request and no notification. */
    List<Received> responses() {
        return those(message -> !message.has("method"));
    }

    /** The responses that report an error, whatever their error looks like. */
    List<Received> errors() {
        return those(message -> !message.has("method") && message.hasNonNull("error"));
    }

    /** Those that something is true of. */
    List<Received> those(Predicate<JsonNode> kind) {
        return messages.stream()
                .filter(received -> kind.test(received.message()))
                .toList();
    }

    /**
     * Expects something of each of some messages.
     *
     * @param what what they are, for a reader: {@code responses}
     * @throws Inconclusive if there are none
     */
    static void each(
            String what,
            List<Received> some,
            Predicate<JsonNode> rule,
            String expected,
            Function<JsonNode, String> seen,
            Expect expect) {
        if (some.isEmpty()) {
            throw new Inconclusive("no " + what + " came in this run, so there is nothing to look at");
        }
        List<Received> wrong =
                some.stream().filter(received -> !rule.test(received.message())).toList();
        wrong.stream().limit(NAMED).forEach(received -> {
            expect.seen(received.exchange());
            expect.holds(false, expected, name(received) + ": " + seen.apply(received.message()));
        });
        if (wrong.isEmpty()) {
            some.stream().limit(SAMPLES).forEach(received -> expect.seen(received.exchange()));
            expect.holds(true, expected, some.size() + " " + what + ", each as expected");
        }
    }

    /** A message as a reader finds it: {@code the answer to tools/list (exchange 12)}. */
    static String name(Received received) {
        String method = received.method().isEmpty() ? "an unknown request" : Shown.text(received.method());
        String what = received.message().has("method") ? "the message " + method : "the answer to " + method;
        return what + " (exchange " + received.exchange().number() + ")";
    }

    /** A member of a message as a reader sees it. */
    static String member(JsonNode message, String name) {
        JsonNode value = message.path(name);
        return value.isMissingNode() ? "no " + name : name + " is " + Shown.of(value);
    }
}
