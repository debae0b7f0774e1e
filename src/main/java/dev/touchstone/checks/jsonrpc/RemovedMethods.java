package dev.touchstone.checks.jsonrpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a server without sessions tells that it does not have a method, those of earlier revisions included. */
@Conformance
class RemovedMethods {
    private static final String CODE = "jsonrpc.error.method-not-found";
    private static final int NOT_FOUND = 404;

    @Verifies("jsonrpc.method-not-found.http-404")
    void an_unknown_method_has_status_404_and_a_json_rpc_error(Observed observed, Expect expect) {
        Reply reply = observed.unknownMethod();
        Exchange answer = reply.evidence().get(0);
        expect.seen(reply);
        boolean error = answer.errorResponse().isPresent();
        if (answer.response().isEmpty()) {
            throw new Inconclusive("an unknown method: " + reply.inShort());
        }
        if (error ? answer.errorCode() != ErrorCode.METHOD_NOT_FOUND : answer.succeeded()) {
            throw Inconclusive.blockedBy(CODE, "an unknown method: " + reply.inShort());
        }

        expect.that("an unknown method", answer)
                .holds(answer.status() == NOT_FOUND && error, "HTTP status 404 with a JSON-RPC error");
    }

    @Verifies("jsonrpc.method-not-found.removed-methods")
    void methods_that_this_revision_removed_are_unknown(StatelessClient client, Observed observed, Expect expect) {
        Exchange unknown = observed.unknownMethod().evidence().get(0);
        if (unknown.errorCode() != ErrorCode.METHOD_NOT_FOUND) {
            throw Inconclusive.blockedBy(CODE, "an unknown method: " + unknown.inShort());
        }
        expect.seen(unknown);
        removed(client).forEach((method, params) -> {
            Exchange answer = client.ask(method, params).evidence().get(0);
            int code = answer.errorCode();
            boolean right = code == ErrorCode.METHOD_NOT_FOUND && answer.status() == unknown.status();
            expect.seen(answer);
            expect.holds(
                    right,
                    method + " is answered like a method that nobody knows: " + unknown.status() + " with error "
                            + ErrorCode.METHOD_NOT_FOUND,
                    method + ": " + answer.inShort() + (code == 0 ? " without an error" : " with error " + code));
        });
    }

    /** Each with the params that it had. */
    private static Map<String, ObjectNode> removed(StatelessClient client) {
        Map<String, ObjectNode> methods = new LinkedHashMap<>();
        methods.put("initialize", Handshake.params(client.revision().id()));
        methods.put("ping", Json.object());
        methods.put("logging/setLevel", Json.object().put("level", "info"));
        methods.put("resources/subscribe", Json.object().put("uri", "touchstone://nowhere"));
        methods.put("resources/unsubscribe", Json.object().put("uri", "touchstone://nowhere"));
        methods.put("roots/list", Json.object());
        return methods;
    }
}
