package dev.touchstone.checks.jsonrpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.BodyEnd;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Messages are UTF-8, in both directions. What is wrong with the bytes of event streams is judged by the transport. */
@Conformance
class Encoding {
    private static final JsonNode ID = TextNode.valueOf("touchstone-Grüße-日本-😀");

    @Verifies("jsonrpc.utf8")
    void text_beyond_ascii_is_read_and_written_as_utf_8(Session session, Observed observed, Expect expect) {
        Reply control = session.ask(session.ping(TextNode.valueOf("touchstone-ascii")));
        expect.control(
                control.message().isPresent(),
                control.evidence().get(0),
                session.harmless() + " with an ASCII string as id");

        Reply reply = session.ask(session.ping(ID));
        expect.seen(reply);
        List<JsonNode> ids = reply.evidence().stream()
                .flatMap(exchange -> exchange.messages().stream())
                .filter(JsonRpc::isResponse)
                .map(message -> message.path("id"))
                .toList();
        boolean same = ids.contains(ID);
        if (ids.isEmpty() && !reply.evidence().get(0).refused()) {
            throw new Inconclusive(
                    "no response to " + session.harmless() + " with the id " + ID + ": " + reply.inShort());
        }
        expect.holds(
                same,
                "the id " + ID + " in the response",
                same ? "the id " + ID + " came back" : ids.isEmpty() ? reply.inShort() : "ids " + ids);

        Stream.concat(observed.replies().stream(), Stream.of(reply))
                .map(each -> each.evidence().get(0))
                .filter(Encoding::isWholeJson)
                .forEach(exchange -> expectUtf8(exchange, expect));
    }

    /** What is cut may end within a character; what is no JSON may say that it is written otherwise. */
    private static boolean isWholeJson(Exchange exchange) {
        return exchange.mediaType().equals("application/json")
                && exchange.response()
                        .filter(response -> response.end() == BodyEnd.COMPLETE)
                        .isPresent();
    }

    private static void expectUtf8(Exchange exchange, Expect expect) {
        expect.seen(exchange);
        boolean valid = isUtf8(exchange.body());
        expect.holds(
                valid,
                "bytes that are UTF-8",
                valid ? "valid UTF-8" : "bytes that are not UTF-8 (exchange " + exchange.number() + ")");
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
