package dev.touchstone.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What messages are taken for. */
class MessagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"id":1,"method":"a"}             | REQUEST      | false | false | true  | false
                    {"id":null,"method":"a"}          | REQUEST      | false | false | true  | false
                    {"method":"a"}                    | NOTIFICATION | false | false | false | true
                    {"id":1,"result":{}}              | RESULT       | true  | false | false | false
                    {"id":1,"error":{}}               | ERROR        | true  | true  | false | false
                    {"error":{}}                      | ERROR        | false | true  | false | false
                    {"id":1,"error":"x"}              | ERROR        | true  | false | false | false
                    {"id":1,"error":{},"method":"a"}  | UNKNOWN      | true  | false | true  | false
                    {"result":{},"method":"a"}        | UNKNOWN      | false | false | false | true
                    {"id":1,"error":{},"result":{}}   | UNKNOWN      | true  | true  | false | false
                    {"result":{}}                     | RESULT       | false | false | false | false
                    {"id":1}                          | UNKNOWN      | false | false | false | false
                    ["id","method","result","error"]  | UNKNOWN      | false | false | false | false
                    """)
    void a_message_is_told_by_its_members(
            String json, Received.Kind kind, boolean response, boolean error, boolean request, boolean notification) {
        JsonNode message = Json.parse(json).orElseThrow();

        assertThat(Received.kindOf(message)).isEqualTo(kind);
        assertThat(JsonRpc.isResponse(message)).isEqualTo(response);
        assertThat(JsonRpc.isError(message)).isEqualTo(error);
        assertThat(JsonRpc.isRequest(message)).isEqualTo(request);
        assertThat(JsonRpc.isNotification(message)).isEqualTo(notification);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    message | {"method":"a"}              | true
                    message | {"result":{}}               | true
                    message | {"error":{}}                | true
                    message | [{"method":"a"},{"error":{}}] | true
                    message | [{"method":"a"},{"x":1}]    | false
                    message | [{"x":1},{"method":"a"}]    | false
                    message | []                          | false
                    message | {}                          | false
                    message | {"x":1}                     | false
                    message | "result"                    | false
                    message | hello                       | false
                    message |                             | true
                    ping    |                             | true
                    ping    | hello                       | true
                    ping    | {"x":1}                     | true
                    ping    | {"method":"a"}              | false
                    """)
    void events_of_type_message_carry_messages_and_no_others_do(String type, String data, boolean right) {
        String text = "event: " + type + "\ndata: " + (data == null ? "" : data) + "\n\n";
        SseEvent event =
                SseReader.read(text.getBytes(StandardCharsets.UTF_8)).events().get(0);

        assertThat(event.carriesWhatItMay()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    7          | 7.0         | true
                    7          | 7.5         | false
                    7          | "7"         | false
                    1e400      | 7           | false
                    7          | -1e400      | false
                    1e400      | 1e400       | true
                    1e99999999 | 7           | false
                    null       | null        | true
                    """)
    void ids_are_compared_by_value_whatever_their_size(String one, String other, boolean same) {
        assertThat(JsonRpc.sameId(
                        Json.parse(one).orElseThrow(), Json.parse(other).orElseThrow()))
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    7                       | true
                    7.0                     | true
                    -0.0                    | true
                    7.5                     | false
                    1e400                   | true
                    123456789012345678901   | true
                    "7"                     | false
                    null                    | false
                    """)
    void an_integer_is_a_number_without_a_fraction(String json, boolean integer) {
        assertThat(Json.isInteger(Json.parse(json).orElseThrow())).isEqualTo(integer);
    }

    @Test
    void our_own_messages_have_what_json_rpc_asks_for() {
        JsonNode id = IntNode.valueOf(7);

        assertThat(Json.write(JsonRpc.request(id, "ping")))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}");
        assertThat(Json.write(JsonRpc.request(id, "ping", Json.object().put("a", 1))))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\",\"params\":{\"a\":1}}");
        assertThat(Json.bytes(JsonRpc.notification("n")))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"n\"}");
        assertThat(Json.pretty(Json.object().put("a", 1))).contains("\n", "\"a\" : 1");
    }

    @Test
    void the_result_of_a_message_is_its_member() {
        JsonNode message = Json.parse("{\"id\":1,\"result\":{\"a\":1}}").orElseThrow();
        Request request = new Request(
                "POST", URI.create("http://127.0.0.1/"), Headers.NONE, "ü".getBytes(StandardCharsets.UTF_8));
        Exchange exchange = new Exchange(1, "test", "", Instant.EPOCH, request, null, null);

        assertThat(new Received(exchange, message, Received.Kind.RESULT, "ping").result())
                .isEqualTo(message.get("result"));
        assertThat(request.text()).isEqualTo("ü");
    }

    @Test
    void a_long_event_is_cut_for_the_reader() {
        assertThat(inShort(120)).isEqualTo("an event of type message with data " + "x".repeat(120));
        assertThat(inShort(121)).isEqualTo("an event of type message with data " + "x".repeat(120) + "…");
    }

    private static String inShort(int length) {
        String text = "data: " + "x".repeat(length) + "\n\n";
        return SseReader.read(text.getBytes(StandardCharsets.UTF_8))
                .events()
                .get(0)
                .inShort();
    }
}
