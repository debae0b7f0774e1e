package dev.touchstone.checks.transport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Era;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How POSTed requests are answered: status, media type and the shape of a JSON body. */
@Conformance
class RequestAnswers {
    private static final String JSON = "application/json";
    private static final Set<String> TYPES = Set.of(JSON, "text/event-stream");
    /** Refusals that come from a guard or a gateway and say nothing of how the endpoint answers. */
    private static final Set<Integer> GUARDS = Set.of(401, 403, 429);

    @Verifies("transport.post.request-content-type")
    void a_request_is_answered_with_json_or_an_event_stream(Observed observed, Dialect dialect, Expect expect) {
        for (Answer answer : Answer.observed(observed)) {
            Exchange exchange = answer.exchange();
            int status = exchange.status();
            boolean bare = dialect.revision().era() == Era.STATELESS
                    && exchange.messages().isEmpty();
            if (exchange.succeeded() || (exchange.refused() && !bare && !GUARDS.contains(status))) {
                expect.that(answer.name(), exchange)
                        .holds(
                                TYPES.contains(exchange.mediaType()),
                                "media type application/json or text/event-stream");
            }
        }
    }

    @Verifies("transport.post.json-one-object")
    void a_json_answer_is_one_json_rpc_response(Observed observed, Expect expect) {
        List<Answer> answers = Answer.observed(observed).stream()
                .filter(answer -> answer.exchange().succeeded()
                        && answer.exchange().mediaType().equals(JSON))
                .toList();
        if (answers.isEmpty()) {
            throw new NotApplicable("no request was answered with JSON; "
                    + observed.initialize().evidence().get(0).inShort() + " (exchange "
                    + observed.initialize().evidence().get(0).number() + ")");
        }
        for (Answer answer : answers) {
            expect.seen(answer.exchange());
            expect.holds(
                    json(answer.exchange()).filter(RequestAnswers::isResponse).isPresent(),
                    "one JSON object, the response to the request",
                    answer.name() + " is " + form(answer.exchange()));
        }
    }

    /** The body as one JSON value; bytes that are not UTF-8 are judged by a requirement of their own. */
    private static Optional<JsonNode> json(Exchange exchange) {
        return exchange.response().flatMap(response -> Json.parse(response.text()));
    }

    private static boolean isResponse(JsonNode body) {
        return !body.has("method") && JsonRpc.hasMembersOfMessage(body);
    }

    private static String form(Exchange exchange) {
        return json(exchange)
                .map(body -> isResponse(body)
                        ? "one response"
                        : body.isObject() ? "an object without result and error" : "JSON of type " + body.getNodeType())
                .orElse("not one JSON value");
    }

    @Verifies("transport.post.request-http-success")
    void a_request_that_was_processed_has_a_success_status(Observed observed, Expect expect) {
        Exchange ping = observed.ping().evidence().get(0);
        Exchange unknown = observed.unknownMethod().evidence().get(0);
        boolean unserved = (ping.refused() || ping.crashed())
                && !GUARDS.contains(ping.status())
                && observed.ping().message().isEmpty();
        if (unserved) {
            expect.seen(ping);
            throw Inconclusive.blockedBy("lifecycle.base-protocol.supported", "ping: " + ping.inShort());
        }
        expect.that("ping", ping).status(200);
        expect.seen(unknown);
        if (unknown.response().isEmpty()) {
            throw new Inconclusive("an unknown method: " + unknown.inShort());
        }

        expect.that("an unknown method", unknown).holds(!unknown.crashed(), "no server error status (5xx)");
    }
}
