package dev.touchstone.checks.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.touchstone.checks.Answers;
import dev.touchstone.wire.BodyEnd;
import dev.touchstone.wire.NoAnswer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from a stream that answers a request, wherever it stops. */
class AnswerTest {
    private static final String RESPONSE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    data: R\\n\\n        | data: R\\n\\n | true  | true  | false
                    data: R\\n\\ndata: x | data: R\\n\\n | true  | true  | true
                    data: R\\n           |                | false | true  | true
                    data: R              |                | false | true  | true
                    data: X\\n           |                | false | false | true
                    data: N\\n           |                | false | false | true
                    id: 7\\n             |                | false | false | false
                    data: x\\n\\n        | data: x\\n\\n | false | false | false
                    """)
    void what_has_come_is_told_from_what_is_on_its_way(
            String body, String whole, boolean delivered, boolean arrived, boolean unfinished) {
        Answer answer = stream(body, BodyEnd.COMPLETE);

        assertThat(answer.wholeEvents()).asString(StandardCharsets.UTF_8).isEqualTo(whole == null ? "" : text(whole));
        assertThat(answer.delivered()).isEqualTo(delivered);
        assertThat(answer.arrived()).isEqualTo(arrived);
        assertThat(answer.unfinished().isPresent()).isEqualTo(unfinished);
    }

    @Test
    void half_a_line_end_is_left_out_where_line_ends_have_two_parts() {
        assertThat(stream("data: a\\r\\n\\r", BodyEnd.LEFT_OPEN).wholeEvents())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("data: a\r\n");
        assertThat(stream("data: a\\r\\r", BodyEnd.LEFT_OPEN).wholeEvents()).hasSize(9);
        assertThat(stream("data: a\\r\\n\\r\\n", BodyEnd.LEFT_OPEN).complete().dispatched())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"COMPLETE, true", "CUT, true", "LEFT_OPEN, false", "TOO_LONG, false"})
    void a_stream_has_ended_if_the_server_ended_it(BodyEnd end, boolean ended) {
        assertThat(stream("", end).ended()).isEqualTo(ended);
    }

    @Test
    void what_was_not_answered_has_ended() {
        Answer answer = new Answer(IntNode.valueOf(1), Answers.unanswered("POST", NoAnswer.Kind.CLOSED));

        assertThat(answer.ended()).isTrue();
        assertThat(answer.delivered()).isFalse();
        assertThat(answer.method()).isEqualTo("ping");
        assertThat(answer.name()).isEqualTo("the answer to ping");
    }

    private static Answer stream(String body, BodyEnd end) {
        return new Answer(IntNode.valueOf(1), Answers.answered("POST", 200, "text/event-stream", text(body), end));
    }

    private static String text(String body) {
        return body.replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("R", RESPONSE)
                .replace("X", RESPONSE.replace(":1", ":2"))
                .replace("N", RESPONSE.replace("result", "other"));
    }
}
