package dev.touchstone.checks.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.Reply;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;

/** What a server without sessions answers to the URI of a resource that nobody has. */
@Conformance
class MissingResources {
    private static final String CODE = "resources.not-found.code";
    private static final String NOT_EMPTY = "resources.not-found.not-empty";
    private static final String WHAT = "resources/read of an unknown URI";

    @Verifies(CODE)
    void an_unknown_resource_is_refused_as_invalid(ReadResources resources, Expect expect) {
        Reply reply = answer(resources, expect);
        if (isEmpty(reply)) {
            throw Inconclusive.blockedBy(NOT_EMPTY, WHAT + " got a result without contents");
        }
        if (reply.succeeded()) {
            expect.deviates(
                    "JSON-RPC error -32602, unless there is a resource of any URI", WHAT + ": a result with contents");
        } else {
            expect.that(WHAT, reply).error(ErrorCode.INVALID_PARAMS);
        }
    }

    @Verifies(NOT_EMPTY)
    void an_unknown_resource_is_not_answered_with_empty_contents(ReadResources resources, Expect expect) {
        Reply reply = answer(resources, expect);
        expect.that(WHAT, reply).holds(!isEmpty(reply), "an error, and no result with empty contents");
    }

    @Verifies("resources.not-found.data-uri")
    void the_error_for_an_unknown_resource_names_its_uri(ReadResources resources, Expect expect) {
        Reply reply = answer(resources, expect);
        if (isEmpty(reply)) {
            throw Inconclusive.blockedBy(NOT_EMPTY, WHAT + " got a result without contents");
        } else if (reply.error().isMissingNode()) {
            throw new NotApplicable("the server has a resource of any URI: " + WHAT + " got " + reply.inShort());
        }
        String asked = Json.parse(reply.evidence().get(0).request().body())
                .map(request -> request.at("/params/uri").asText())
                .orElse("");
        JsonNode uri = reply.error().at("/data/uri");
        expect.seen(reply)
                .holds(
                        uri.isTextual() && uri.asText().equals(asked),
                        "error.data.uri is " + asked,
                        "error.data is " + Shown.of(reply.error().path("data")));
    }

    /** What came of reading the unknown resource, by a server that can read others unless it lists none. */
    private static Reply answer(ReadResources resources, Expect expect) {
        Reply reply = resources.unknown();
        resources.readable().ifPresent(reading -> expect.control(reading.reply(), "reading a listed resource"));
        expect.seen(reply);
        if (resources.readable().isEmpty() && !resources.readings().isEmpty()) {
            throw new Inconclusive("no listed resource can be read, so what came for an unknown one (" + reply.inShort()
                    + ") shows nothing");
        } else if (reply.asksForInput()) {
            throw new NotApplicable("the server asks for input before it looks for a resource");
        } else if (reply.message().isEmpty()) {
            throw new Inconclusive("no response to " + WHAT + ": " + reply.inShort());
        }
        return reply;
    }

    private static boolean isEmpty(Reply reply) {
        JsonNode contents = reply.result().path("contents");
        return contents.isArray() && contents.isEmpty();
    }
}
