package dev.touchstone.checks.jsonrpc;

import static dev.touchstone.client.StreamableClient.SESSION_ID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.LegacySseClient;
import dev.touchstone.client.LegacySseSession;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.NotConnected;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.util.List;

/** What a request id may be. */
@Conformance
class RequestIds {
    private static final JsonNode INTEGER = IntNode.valueOf(74921);
    private static final JsonNode STRING = TextNode.valueOf("touchstone-74921");

    @Verifies("jsonrpc.request.id-types-accepted")
    void an_integer_and_a_string_are_both_taken_as_ids(McpClient client, Expect expect) {
        if (!(client instanceof StatelessClient)) {
            judge("initialize", initialize(client, INTEGER), initialize(client, STRING), expect);
        }
        try (Session session = client.connect()) {
            Reply integer = session.ask(session.ping(INTEGER));
            judge(session.harmless(), integer, session.ask(session.ping(STRING)), expect);
        } catch (NotConnected e) {
            expect.seen(e.reply());
        }
    }

    /** Either kind is served as well as the other: by a result, or where there is none to have, by the same refusal. */
    private static void judge(String method, Reply integer, Reply string, Expect expect) {
        expect.seen(integer).seen(string);
        if (integer.message().isEmpty() && string.message().isEmpty()) {
            throw new Inconclusive(
                    "neither an integer nor a string id of " + method + " is answered: " + integer.inShort());
        }
        boolean results = integer.succeeded() || string.succeeded();
        for (Reply reply : List.of(integer, string)) {
            boolean served = results ? reply.succeeded() : reply.message().isPresent();
            String label = method + " with the id " + Json.write(reply.id());
            expect.that(label, reply)
                    .holds(served, results ? "a result, as to the other kind of id" : "a response with the same id");
        }
    }

    private static Reply initialize(McpClient client, JsonNode id) {
        var request = JsonRpc.request(
                id, "initialize", Handshake.params(client.revision().id()));
        if (client instanceof StreamableClient streamable) {
            Exchange exchange = streamable.post(request).send();
            exchange.header(SESSION_ID)
                    .ifPresent(session ->
                            streamable.delete().with(SESSION_ID, session).send());
            return new Reply(id, exchange.responseTo(id), List.of(exchange));
        }
        try (LegacySseSession session = ((LegacySseClient) client).open()) {
            return session.ask(request);
        }
    }
}
