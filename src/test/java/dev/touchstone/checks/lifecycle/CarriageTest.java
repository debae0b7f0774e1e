package dev.touchstone.checks.lifecycle;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.checks.Answers;
import dev.touchstone.client.Reply;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.NoAnswer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which record of HTTP+SSE a lost response counts against. */
class CarriageTest {
    private static final Revision LEGACY =
            Catalogue.load().revision("2024-11-05").orElseThrow();
    private static final Revision NEWER =
            Catalogue.load().revision("2025-11-25").orElseThrow();
    private static final String RESPONSE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}";

    @ParameterizedTest
    @CsvSource({
        "GET, 404, text/html, sse.endpoints.two",
        "GET, 200, text/html, sse.stream.content-type",
        "GET, 200, text/event-stream, sse.endpoint-event.sent",
        "POST, 404, text/plain, sse.endpoint-event.uri-usable",
        "POST, 410, text/plain, sse.endpoint-event.uri-usable",
        "POST, 307, text/plain, sse.endpoint-event.uri-usable",
        "POST, 405, text/plain, sse.endpoints.two",
        "POST, 501, text/plain, sse.endpoints.two",
        "POST, 400, text/plain, sse.post.all-messages",
        "POST, 500, text/plain, sse.post.all-messages"
    })
    void a_refusal_counts_against_the_record_that_judges_it(String method, int status, String type, String record) {
        demands(record, Answers.answered(method, status, type, ""));
    }

    @Test
    void silence_counts_against_the_announced_address() {
        demands("sse.endpoint-event.uri-usable", Answers.unanswered("POST", NoAnswer.Kind.TIMEOUT));
    }

    @Test
    void a_response_in_the_wrong_place_counts_against_that_place() {
        demands("sse.response-on-stream", Answers.answered("POST", 200, "application/json", RESPONSE));
        demands("sse.message-event", taken(), stream("event: answer\ndata: " + RESPONSE + "\n\n"));
    }

    @Test
    void where_nothing_is_known_nothing_is_said() {
        for (String text : List.of(
                "",
                "data: " + RESPONSE + "\n\n",
                "event: a\ndata: {\"id\":1}\n\n",
                "event: a\ndata: " + RESPONSE.replace(":1", ":2") + "\n\n")) {
            assertThatCode(() -> Carriage.demand(LEGACY, lost(taken(), stream(text))))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void what_came_and_what_another_transport_carries_is_left_alone() {
        Exchange refused = Answers.answered("POST", 404, "text/plain", "");
        Optional<JsonNode> message = Json.parse(RESPONSE);

        assertThatCode(() -> Carriage.demand(NEWER, lost(refused))).doesNotThrowAnyException();
        assertThatCode(() -> Carriage.demand(LEGACY, new Reply(IntNode.valueOf(1), message, List.of(refused))))
                .doesNotThrowAnyException();
    }

    private static void demands(String record, Exchange... evidence) {
        assertThatThrownBy(() -> Carriage.demand(LEGACY, lost(evidence)))
                .isInstanceOf(Inconclusive.class)
                .hasMessageStartingWith("blocked by " + record + ": ");
    }

    private static Reply lost(Exchange... evidence) {
        return new Reply(IntNode.valueOf(1), Optional.empty(), List.of(evidence));
    }

    private static Exchange taken() {
        return Answers.answered("POST", 202, "", "");
    }

    private static Exchange stream(String text) {
        return Answers.answered("GET", 200, "text/event-stream", text);
    }
}
