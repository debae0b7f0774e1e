package dev.touchstone.checks.jsonrpc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Era;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Requests for methods that do not exist, and without the params that they need. */
@Conformance
class MethodsAndParams {

    @Verifies("jsonrpc.error.method-not-found")
    void an_unknown_method_is_reported_as_not_found(Observed observed, Dialect dialect, Expect expect) {
        Reply reply = observed.unknownMethod();
        Exchange answer = reply.evidence().get(0);
        expect.seen(reply);
        JsonNode response = response(reply).orElseThrow(() -> noResponse(reply, dialect));
        if (!response.has("result") && !response.hasNonNull("error")) {
            throw Inconclusive.blockedBy("jsonrpc.response.result-or-error", "neither came");
        }

        expect.holds(
                JsonRpc.code(response) == ErrorCode.METHOD_NOT_FOUND,
                "error " + ErrorCode.METHOD_NOT_FOUND,
                "an unknown method: " + answer.inShort() + ", " + described(response));
    }

    /** The response, whatever its id is: that is judged by a requirement of its own. */
    private static Optional<JsonNode> response(Reply reply) {
        return reply.message()
                .or(() -> reply.evidence().get(0).messages().stream()
                        .filter(message ->
                                JsonRpc.isError(message) || (message.has("jsonrpc") && !message.has("method")))
                        .findFirst());
    }

    private static Inconclusive noResponse(Reply reply, Dialect dialect) {
        Exchange answer = reply.evidence().get(0);
        String seen = "an unknown method: " + reply.inShort();
        if (dialect.revision().era() == Era.STATELESS) {
            return Inconclusive.blockedBy("jsonrpc.method-not-found.http-404", seen);
        }
        if (answer.crashed()) {
            return Inconclusive.blockedBy("transport.post.request-http-success", seen);
        }
        return answer.refused()
                ? Inconclusive.blockedBy("transport.post.request-content-type", seen)
                : new Inconclusive(seen);
    }

    private static String described(JsonNode response) {
        return response.has("result") ? "a result" : Emitted.member(response.path("error"), "code");
    }

    @Verifies("jsonrpc.error.invalid-params")
    void requests_without_the_params_they_need_are_reported(Session session, Lists lists, Expect expect) {
        if (!lists.declares(Kind.PROMPTS) && !lists.declares(Kind.RESOURCES)) {
            expect.seen(session.opening());
            throw new NotApplicable("the server declares neither prompts nor resources, whose requests need params");
        }
        Map<String, Reply> replies = new LinkedHashMap<>();
        if (isServed(lists, Kind.PROMPTS, expect)) {
            replies.put("prompts/get without name", without(session, "prompts/get"));
        }
        if (isServed(lists, Kind.RESOURCES, expect)) {
            replies.put("resources/read without uri", without(session, "resources/read"));
        }
        if (replies.isEmpty()) {
            throw Inconclusive.blockedBy(lists.blocker(), "neither prompts nor resources are served");
        }
        replies.forEach((what, reply) -> judge(what, reply, expect));
        if (replies.values().stream().noneMatch(MethodsAndParams::tells)) {
            throw new Inconclusive("none of the requests got a JSON-RPC response: "
                    + replies.values().iterator().next().inShort());
        }
    }

    private static boolean isServed(Lists lists, Kind kind, Expect expect) {
        if (!lists.declares(kind)) {
            return false;
        }
        Reply first = lists.walk(kind).pages().get(0);
        expect.seen(first);
        return first.succeeded();
    }

    private static Reply without(Session session, String method) {
        return session.provoke(JsonRpc.request(session.nextId(), method, Json.object()));
    }

    private static boolean tells(Reply reply) {
        return reply.message().isPresent() || reply.evidence().get(0).crashed();
    }

    private static void judge(String what, Reply reply, Expect expect) {
        expect.seen(reply);
        String seen = what + ": " + reply.inShort();
        if (tells(reply)) {
            expect.holds(reply.code() == ErrorCode.INVALID_PARAMS, "error " + ErrorCode.INVALID_PARAMS, seen);
        }
    }
}
