package dev.touchstone.checks.jsonrpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Shown;
import java.util.ArrayList;
import java.util.List;

/** Responses carry the id of their request as it was. */
@Conformance
class ResponseIds {
    private static final long LARGEST_EXACT = (1L << 53) - 1;

    /** An ordinary one of each kind comes first: a kind that is not served at all is judged by a requirement of its own. */
    private static final List<JsonNode> INTEGERS =
            List.of(IntNode.valueOf(74923), IntNode.valueOf(0), IntNode.valueOf(-7), LongNode.valueOf(LARGEST_EXACT));

    private static final List<JsonNode> STRINGS = List.of(
            TextNode.valueOf("touchstone-74923"),
            TextNode.valueOf("7"),
            TextNode.valueOf("touchstone-" + "0123456789abcdef".repeat(8)));

    @Verifies("jsonrpc.response.same-id")
    void a_response_carries_the_id_of_its_request(Observed observed, Expect expect) {
        List<Reply> replies = new ArrayList<>(observed.replies());
        replies.add(observed.unknownMethod());
        List<JsonNode> asked = replies.stream().map(Reply::id).toList();
        boolean judged = false;
        for (Reply reply : replies) {
            expect.seen(reply);
            List<JsonNode> ids = ids(reply);
            judged |= !ids.isEmpty();
            boolean right = reply.message().isPresent()
                    || (reply.evidence().stream().anyMatch(Exchange::isEventStream) && all(asked, ids))
                    || ids.isEmpty();
            expect.holds(
                    right,
                    "the id of the request in its response",
                    right
                            ? "the id " + reply.id() + " came back"
                            : "asked with the id " + reply.id() + ", answered with the id "
                                    + Shown.text(ids.toString()));
        }
        if (!judged) {
            throw new Inconclusive("no response came to any request");
        }
    }

    /** The ids of the responses where this one must be: in the answer to the POST, or on the stream of HTTP+SSE. */
    private static List<JsonNode> ids(Reply reply) {
        return reply.evidence().stream()
                .filter(Exchange::succeeded)
                .flatMap(exchange -> exchange.messages().stream())
                .filter(message -> !message.has("method") && (message.has("result") || message.has("error")))
                .map(message -> message.path("id"))
                .toList();
    }

    /** On a stream the response to another request counts against the stream. */
    private static boolean all(List<JsonNode> asked, List<JsonNode> ids) {
        return ids.stream().allMatch(id -> asked.stream().anyMatch(known -> JsonRpc.matches(id, known)));
    }

    @Verifies("jsonrpc.response.id-type-preserved")
    void an_id_comes_back_with_its_type_and_value(Session session, Expect expect) {
        Reply control = session.ping();
        expect.control(
                control.message().isPresent(),
                control.evidence().get(0),
                session.harmless() + " with the id " + control.id());
        expectUnchanged(control, expect);
        for (List<JsonNode> kind : List.of(INTEGERS, STRINGS)) {
            List<Reply> replies =
                    kind.stream().map(id -> session.ask(session.ping(id))).toList();
            if (replies.get(0).message().isPresent()) {
                replies.forEach(reply -> expectUnchanged(reply, expect));
            }
        }
    }

    static void expectUnchanged(Reply reply, Expect expect) {
        expect.seen(reply);
        JsonNode came = reply.message().map(message -> message.path("id")).orElse(Json.object());
        expect.holds(
                JsonRpc.sameId(came, reply.id()),
                "a response with the very id of the request",
                "asked with the id " + Shown.text(reply.id().toString())
                        + (reply.message().isPresent()
                                ? ", answered with the id " + Shown.text(came.toString())
                                : ": " + reply.inShort()));
    }
}
