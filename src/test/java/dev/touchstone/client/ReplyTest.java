package dev.touchstone.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.touchstone.wire.BodyEnd;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Header;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.Request;
import dev.touchstone.wire.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyTest {
    private static final JsonNode ID = IntNode.valueOf(1);

    @Test
    void a_result_is_no_refusal() {
        Reply reply = reply(200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");

        assertThat(reply.succeeded()).isTrue();
        assertThat(reply.isLost()).isFalse();
        assertThat(reply.refusal().isMissingNode()).isTrue();
        assertThat(reply.refusalCode()).isZero();
    }

    @Test
    void an_error_with_the_id_of_the_request_is_its_reply() {
        Reply reply = reply(200, error("1"));

        assertThat(reply.code()).isEqualTo(ErrorCode.METHOD_NOT_FOUND);
        assertThat(reply.refusalCode()).isEqualTo(ErrorCode.METHOD_NOT_FOUND);
        assertThat(reply.inShort()).isEqualTo("error -32601 \"no such method\"");
    }

    @Test
    void an_error_without_the_id_refuses_the_request_and_is_not_its_reply() {
        Reply reply = reply(400, error("null"));

        assertThat(reply.code()).isZero();
        assertThat(reply.refusalCode()).isEqualTo(ErrorCode.METHOD_NOT_FOUND);
        assertThat(reply.isLost()).isFalse();
    }

    @Test
    void a_response_is_lost_where_the_request_was_taken_and_nothing_came() {
        assertThat(reply(202, "").isLost()).isTrue();
        assertThat(reply(500, "").isLost()).isFalse();
    }

    private static String error(String id) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\":{\"code\":-32601,\"message\":\"no such method\"}}";
    }

    private static Reply reply(int status, String body) {
        Response response = new Response(
                status,
                "HTTP/1.1",
                new Headers(List.of(new Header("Content-Type", "application/json"))),
                body.getBytes(StandardCharsets.UTF_8),
                BodyEnd.COMPLETE,
                Duration.ZERO,
                Duration.ZERO,
                List.of());
        Request request = new Request("POST", URI.create("http://127.0.0.1/"), Headers.NONE, new byte[0]);
        Exchange exchange = new Exchange(1, "test", "", Instant.EPOCH, request, response, null);
        return new Reply(ID, exchange.responseTo(ID), List.of(exchange));
    }
}
