package dev.touchstone.checks.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.ServerMessage;
import dev.touchstone.client.Reply;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is said after the handshake, and before its end. */
@Conformance
class Operation {
    private static final List<String> ALWAYS_ALLOWED = List.of("ping", "notifications/message");

    private static final Set<Integer> GUARDS = Set.of(401, 403);
    /** What is said of a request that is not understood: no such method, wrong params, no request at all. */
    private static final Set<Integer> REFUSALS = Set.of(
            ErrorCode.METHOD_NOT_FOUND, ErrorCode.INVALID_PARAMS, ErrorCode.INVALID_REQUEST, ErrorCode.PARSE_ERROR);

    @Verifies("lifecycle.pre-initialized.server-quiet")
    void the_server_is_quiet_until_the_client_is_initialized(Conversation conversation, Expect expect) {
        conversation.evidence().forEach(expect::seen);

        String unsolicited = methods(conversation.beforeInitialized().stream()
                .filter(message -> !ALWAYS_ALLOWED.contains(method(message)))
                .toList());
        expect.holds(
                unsolicited.isEmpty(),
                "only ping and log messages before notifications/initialized",
                "before notifications/initialized: " + (unsolicited.isEmpty() ? "nothing else" : unsolicited));
    }

    @Verifies("lifecycle.initialized.then-operational")
    void the_lists_of_declared_capabilities_are_served(Observed observed, Dialect dialect, Expect expect) {
        expect.seen(observed.initialize());
        demandCapabilities(dialect);
        if (observed.lists().isEmpty()) {
            throw new NotApplicable("the server declares neither tools nor resources nor prompts (exchange "
                    + observed.initialize().evidence().get(0).number() + ")");
        }
        for (Reply list : observed.lists()) {
            expect.seen(list);
            Carriage.demand(dialect.revision(), list);
            if (list.isLost()) {
                throw new Inconclusive("a list request was taken and no response came: " + list.inShort());
            }
            judge(list, expect);
        }
    }

    /** A server that says in a proper response that it is in trouble itself does not say that there is no such list. */
    private static void judge(Reply list, Expect expect) {
        Exchange answer = list.evidence().get(0);
        String method =
                Json.parse(answer.request().body()).map(Operation::method).orElse("list");
        JsonNode code = list.error().path("code");
        if (GUARDS.contains(answer.status())) {
            throw new Inconclusive(
                    method + " is refused (" + list.inShort() + "): pass credentials that suffice for it");
        } else if (answer.succeeded() && code.isIntegralNumber() && !REFUSALS.contains(code.asInt())) {
            expect.deviates(method + ": a result", method + ": " + list.inShort());
        } else {
            expect.that(method, list).result();
        }
    }

    private static void demandCapabilities(Dialect dialect) {
        if (!dialect.capabilities().isObject()) {
            throw Inconclusive.blockedBy("lifecycle.initialize.capabilities-object", "nothing can be read from it");
        }
    }

    @Verifies("lifecycle.operation.respect-version.should")
    void messages_should_be_of_the_negotiated_revision(
            Conversation conversation, Dialect dialect, Catalogue catalogue, Expect expect) {
        respectsVersion(conversation, dialect, catalogue, expect);
    }

    @Verifies("lifecycle.operation.respect-version.must")
    void messages_are_of_the_negotiated_revision(
            Conversation conversation, Dialect dialect, Catalogue catalogue, Expect expect) {
        respectsVersion(conversation, dialect, catalogue, expect);
    }

    private static void respectsVersion(
            Conversation conversation, Dialect dialect, Catalogue catalogue, Expect expect) {
        conversation.evidence().forEach(expect::seen);
        String foreign = methods(conversation.afterInitialized().stream()
                .filter(message -> known(catalogue, message)
                        .filter(known -> !known.existsIn(dialect.revision()))
                        .isPresent())
                .toList());
        expect.holds(
                foreign.isEmpty(),
                "only messages that " + dialect.revision() + " defines",
                "of other revisions: " + (foreign.isEmpty() ? "nothing" : foreign));
    }

    @Verifies("lifecycle.operation.only-negotiated.should")
    void capabilities_that_were_not_negotiated_should_not_be_used(
            Conversation conversation, Dialect dialect, Catalogue catalogue, Expect expect) {
        onlyNegotiated(conversation, dialect, catalogue, expect);
    }

    @Verifies("lifecycle.operation.only-negotiated.must")
    void capabilities_that_were_not_negotiated_are_not_used(
            Conversation conversation, Dialect dialect, Catalogue catalogue, Expect expect) {
        onlyNegotiated(conversation, dialect, catalogue, expect);
    }

    private static void onlyNegotiated(Conversation conversation, Dialect dialect, Catalogue catalogue, Expect expect) {
        conversation.evidence().forEach(expect::seen);
        String unnegotiated = methods(conversation.afterInitialized().stream()
                .filter(message -> known(catalogue, message)
                        .filter(known -> known.existsIn(dialect.revision()) && !negotiated(known, dialect))
                        .isPresent())
                .toList());
        expect.holds(
                unnegotiated.isEmpty(),
                "nothing that presupposes a capability which was not declared",
                "without the capability for it: " + (unnegotiated.isEmpty() ? "nothing" : unnegotiated));
    }

    /** Our client declares nothing, so what a client capability is needed for is not negotiated. */
    private static boolean negotiated(ServerMessage message, Dialect dialect) {
        return message.client().isEmpty()
                && message.server()
                        .map(dialect::feature)
                        .flatMap(Dialect.Feature::offered)
                        .orElse(true);
    }

    private static Optional<ServerMessage> known(Catalogue catalogue, JsonNode message) {
        return catalogue.serverMessage(method(message));
    }

    private static String method(JsonNode message) {
        return message.path("method").asText();
    }

    private static String methods(List<JsonNode> messages) {
        return messages.stream().map(Operation::method).distinct().collect(Collectors.joining(", "));
    }
}
