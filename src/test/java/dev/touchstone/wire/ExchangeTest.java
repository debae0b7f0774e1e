package dev.touchstone.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeTest {

    @Test
    void a_response_is_found_by_its_id_and_one_of_the_same_json_type_goes_first() {
        String text = "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"result\":{}}";
        String number = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}";
        Exchange both = answered("application/json", "[" + text + "," + number + "]");

        assertThat(both.responseTo(IntNode.valueOf(1)))
                .contains(Json.parse(number).orElseThrow());
        assertThat(both.responseTo(TextNode.valueOf("1")))
                .contains(Json.parse(text).orElseThrow());
        assertThat(answered("application/json", number).responseTo(TextNode.valueOf("1")))
                .isPresent();
        assertThat(both.responseTo(IntNode.valueOf(2))).isEmpty();
    }

    @Test
    void messages_come_from_events_and_from_the_members_of_arrays() {
        Exchange stream = answered(
                "text/event-stream; charset=utf-8",
                "data: {\"a\":1}\n\ndata: [{\"b\":1},{\"c\":1}]\n\ndata: no json\n\n");

        assertThat(stream.messages()).hasSize(3);
    }

    @Test
    void a_body_with_something_after_the_json_value_is_no_json() {
        assertThat(answered("application/json", "{} {}").json()).isEmpty();
        assertThat(answered("application/json", "").json()).isEmpty();
    }

    @Test
    void the_media_type_is_told_without_parameters_and_in_lower_case() {
        assertThat(answered("Text/HTML; charset=UTF-8", "").mediaType()).isEqualTo("text/html");
        assertThat(answered("Text/HTML; charset=UTF-8", "").inShort()).isEqualTo("GET answered 200 text/html");
    }

    @Test
    void the_first_error_response_is_found_whatever_id_it_has() {
        String result = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}";
        String error = "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"\"}}";
        Exchange refused = answered("application/json", "[" + result + "," + error + "]");

        assertThat(refused.errorResponse()).contains(Json.parse(error).orElseThrow());
        assertThat(refused.errorCode()).isEqualTo(ErrorCode.PARSE_ERROR);
        assertThat(answered("application/json", result).errorResponse()).isEmpty();
        assertThat(answered("application/json", result).errorCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "499, false", "500, true", "503, true", "599, true"})
    void a_crash_is_a_status_from_500(int status, boolean crashed) {
        assertThat(answered(status, "text/plain", "").crashed()).isEqualTo(crashed);
    }

    private static Exchange answered(String type, String body) {
        return answered(200, type, body);
    }

    private static Exchange answered(int status, String type, String body) {
        Headers headers = new Headers(List.of(new Header("content-type", type)));
        Response response = new Response(
                status,
                "HTTP/1.1",
                headers,
                body.getBytes(StandardCharsets.UTF_8),
                BodyEnd.COMPLETE,
                Duration.ZERO,
                Duration.ZERO,
                List.of());
        Request request = new Request("GET", URI.create("http://127.0.0.1/"), Headers.NONE, new byte[0]);
        return new Exchange(1, "test", "", Instant.EPOCH, request, response, null);
    }
}
