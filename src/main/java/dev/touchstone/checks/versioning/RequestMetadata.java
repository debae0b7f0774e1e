package dev.touchstone.checks.versioning;

import static dev.touchstone.client.StatelessClient.CAPABILITIES_KEY;
import static dev.touchstone.client.StatelessClient.CLIENT_KEY;
import static dev.touchstone.client.StatelessClient.VERSION_KEY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Discovered;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Json;
import java.util.List;
import java.util.stream.Stream;

/** The metadata that every request has to carry, and what it need not carry. */
@Conformance
class RequestMetadata {
    private static final String MISSING = "version.meta.missing.rejected";

    @Verifies(MISSING)
    void a_request_without_metadata_is_refused(StatelessClient client, Discovered discovered, Expect expect) {
        Reply reply = withoutMetadata(client, discovered, expect);

        expect.that("without _meta", reply)
                .holds(reply.refusalCode() == ErrorCode.INVALID_PARAMS, "JSON-RPC error " + ErrorCode.INVALID_PARAMS);
    }

    @Verifies("version.meta.no-protocol-version.rejected")
    void metadata_without_the_version_is_refused(StatelessClient client, Discovered discovered, Expect expect) {
        refused(client, discovered, expect);
        Reply reply = without(VERSION_KEY, client, discovered, expect);
        if (reply.refusalCode() == ErrorCode.HEADER_MISMATCH) {
            expect.seen(reply)
                    .deviates(
                            "JSON-RPC error " + ErrorCode.INVALID_PARAMS,
                            "error " + ErrorCode.HEADER_MISMATCH
                                    + ": the header has nothing in the body to be equal to");
            return;
        }

        expect.that("_meta without " + VERSION_KEY, reply)
                .holds(reply.refusalCode() == ErrorCode.INVALID_PARAMS, "JSON-RPC error " + ErrorCode.INVALID_PARAMS);
    }

    @Verifies("version.meta.no-client-capabilities.rejected")
    void metadata_without_capabilities_is_refused(StatelessClient client, Discovered discovered, Expect expect) {
        refused(client, discovered, expect);
        Reply reply = without(CAPABILITIES_KEY, client, discovered, expect);

        expect.that("_meta without " + CAPABILITIES_KEY, reply)
                .holds(reply.refusalCode() == ErrorCode.INVALID_PARAMS, "JSON-RPC error " + ErrorCode.INVALID_PARAMS);
    }

    @Verifies("version.meta.invalid.http-400")
    void the_refusal_of_lacking_metadata_has_status_400(StatelessClient client, Discovered discovered, Expect expect) {
        Stream.of(
                        refused(client, discovered, expect),
                        without(VERSION_KEY, client, discovered, expect),
                        without(CAPABILITIES_KEY, client, discovered, expect))
                .filter(reply -> reply.refusalCode() == ErrorCode.INVALID_PARAMS)
                .forEach(reply -> expect.that(reply.evidence().get(0)).status(400));
    }

    @Verifies("version.meta.every-method")
    void every_method_asks_for_metadata(StatelessClient client, Discovered discovered, Expect expect) {
        refused(client, discovered, expect);
        List<String> others = discovered.servedMethods().stream().skip(1).toList();
        if (others.isEmpty()) {
            throw new NotApplicable("the server advertises no list, so discovery is the only method to ask");
        }
        for (String method : others) {
            Reply reply = new Defective(client, expect).withMessage(method, RequestMetadata::drop);
            expect.that(method + " without _meta", reply)
                    .holds(
                            reply.refusalCode() == ErrorCode.INVALID_PARAMS,
                            "JSON-RPC error " + ErrorCode.INVALID_PARAMS);
        }
    }

    @Verifies("version.meta.client-info-optional")
    void a_request_that_does_not_say_who_asks_is_served(StatelessClient client, Discovered discovered, Expect expect) {
        expect.that("_meta without " + CLIENT_KEY, without(CLIENT_KEY, client, discovered, expect))
                .result();
    }

    @Verifies("version.meta.wrong-types.rejected")
    void metadata_of_the_wrong_type_is_refused(StatelessClient client, Discovered discovered, Expect expect) {
        refused(client, discovered, expect);
        String method = discovered.servedMethod();
        Defective defective = new Defective(client, expect);
        if (without(VERSION_KEY, client, discovered, expect).succeeded()) {
            throw Inconclusive.blockedBy("version.meta.no-protocol-version.rejected", "the version may even be absent");
        } else if (without(CAPABILITIES_KEY, client, discovered, expect).succeeded()) {
            throw Inconclusive.blockedBy(
                    "version.meta.no-client-capabilities.rejected", "capabilities may even be absent");
        }
        Reply number = defective.withMetadata(method, meta -> meta.put(VERSION_KEY, 20260728));
        Reply list = defective.withMetadata(method, meta -> meta.putArray(CAPABILITIES_KEY));

        expect.that("a version that is a number", number)
                .holds(
                        List.of(ErrorCode.INVALID_PARAMS, ErrorCode.HEADER_MISMATCH)
                                .contains(number.refusalCode()),
                        "JSON-RPC error " + ErrorCode.INVALID_PARAMS);
        expect.that("capabilities that are a list", list)
                .holds(list.refusalCode() == ErrorCode.INVALID_PARAMS, "JSON-RPC error " + ErrorCode.INVALID_PARAMS);
    }

    @Verifies("version.meta.unknown-keys-tolerated")
    void unknown_metadata_does_no_harm(StatelessClient client, Discovered discovered, Expect expect) {
        Reply reply = new Defective(client, expect).withMetadata(discovered.servedMethod(), meta -> {
            meta.put("com.example/touchstone", 1);
            meta.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01");
            ObjectNode capabilities = (ObjectNode) meta.path(CAPABILITIES_KEY);
            capabilities.putObject("com.example/touchstone");
        });

        expect.that("_meta with unknown keys and capabilities", reply).result();
    }

    @Verifies("version.meta.not-inherited")
    void lacking_metadata_is_not_taken_from_an_earlier_request(
            StatelessClient client, Discovered discovered, Expect expect) {
        refused(client, discovered, expect);
        String method = discovered.servedMethod();
        Reply lacking = new Defective(client, expect).afterOthers(method, RequestMetadata::drop);

        expect.that(method + " without _meta, right after one with it", lacking)
                .holds(!lacking.succeeded(), "an error instead of a result");
    }

    @Verifies("version.client-info.no-behaviour-change")
    void who_asks_makes_no_difference(StatelessClient client, Discovered discovered, Expect expect) {
        String method = discovered.servedMethod();
        Reply first = client.ask(method);
        expect.control(first, method);
        JsonNode usual = bare(first);
        Defective defective = new Defective(client, expect);
        for (String name : List.of("claude-ai", "Visual Studio Code", "curl")) {
            JsonNode info = Json.object().put("name", name).put("version", "9.9.9");
            Reply reply = defective.withMetadata(method, meta -> meta.set(CLIENT_KEY, info));
            boolean same = bare(reply).equals(usual);
            if (!same && !bare(client.ask(method)).equals(usual)) {
                throw new Inconclusive(method + " changes from one request to the next, whoever asks");
            }
            expect.that(method + " asked by " + name, reply).holds(same, "the result that other clients get");
        }
    }

    /** What may differ from one answer to the next for reasons of its own is left out. */
    private static JsonNode bare(Reply reply) {
        JsonNode result = reply.result().deepCopy();
        if (result instanceof ObjectNode object) {
            object.remove(List.of("_meta", "ttlMs"));
        }
        return result;
    }

    private static Reply withoutMetadata(StatelessClient client, Discovered discovered, Expect expect) {
        Reply reply = new Defective(client, expect).withMessage(discovered.servedMethod(), RequestMetadata::drop);
        expect.seen(reply);
        return reply;
    }

    private static void drop(ObjectNode request) {
        ((ObjectNode) request.path("params")).remove("_meta");
    }

    private static Reply without(String key, StatelessClient client, Discovered discovered, Expect expect) {
        Reply reply = new Defective(client, expect).withMetadata(discovered.servedMethod(), meta -> meta.remove(key));
        expect.seen(reply);
        return reply;
    }

    /** The refusal of a request without any metadata; a server that does not look at it at all has one fault, not many. */
    private static Reply refused(StatelessClient client, Discovered discovered, Expect expect) {
        Reply reply = withoutMetadata(client, discovered, expect);
        if (reply.refusalCode() != ErrorCode.INVALID_PARAMS) {
            throw Inconclusive.blockedBy(MISSING, reply.inShort());
        }
        return reply;
    }
}
