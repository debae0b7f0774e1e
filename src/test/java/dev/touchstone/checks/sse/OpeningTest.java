package dev.touchstone.checks.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.touchstone.checks.Answers;
import dev.touchstone.client.Handshake;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.NoAnswer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requirement a stream and its first message count against, one at a time. */
class OpeningTest {
    private static final Exchange STREAM = Answers.answered("GET", 200, "text/event-stream", "");

    @ParameterizedTest
    @CsvSource({
        "200, false, false, ''",
        "202, false, false, ''",
        "202, true, false, ''",
        "500, true, false, ''",
        "401, false, true, ''",
        "429, false, true, ''",
        "404, false, true, sse.endpoint-event.uri-usable",
        "410, false, true, sse.endpoint-event.uri-usable",
        "302, false, true, sse.endpoint-event.uri-usable",
        "405, false, true, sse.endpoints.two",
        "501, false, true, sse.endpoints.two",
        "400, false, true, sse.post.all-messages",
        "500, false, true, sse.post.all-messages"
    })
    void a_lost_message_counts_against_one_requirement(int status, boolean answered, boolean lost, String record) {
        Posted posted = posted(Answers.answered("POST", status, "", ""), answered);

        assertThat(posted.lost()).isEqualTo(lost);
        assertThat(posted.unreachable()).isFalse();
        assertThat(posted.breaks()).isEqualTo(record);
    }

    @ParameterizedTest
    @EnumSource(NoAnswer.Kind.class)
    void nobody_is_reached_unless_the_answer_is_merely_late_or_broken_off(NoAnswer.Kind kind) {
        boolean unknown = kind == NoAnswer.Kind.TIMEOUT || kind == NoAnswer.Kind.CLOSED;
        Posted posted = posted(Answers.unanswered("POST", kind), false);

        assertThat(posted.unreachable()).isEqualTo(!unknown);
        assertThat(posted.breaks()).isEqualTo(unknown ? "" : Posted.URI_USABLE);
        assertThat(posted.lost()).isFalse();
        assertThat(posted(Answers.unanswered("POST", kind), true).unreachable()).isFalse();
    }

    @Test
    void messages_are_known_by_kind_and_name() {
        Exchange inBody = Answers.answered("POST", 200, "application/json", "{\"id\":1,\"result\":{}}");
        Posted request = posted(inBody, false);
        Posted notification = new Posted(Handshake.initialized(), inBody, false);
        Posted response = new Posted(inBody.json().orElseThrow(), inBody, false);

        assertThat(List.of(request.isRequest(), notification.isRequest(), response.isRequest()))
                .containsExactly(true, false, false);
        assertThat(List.of(request.isResponse(), notification.isResponse(), response.isResponse()))
                .containsExactly(false, false, true);
        assertThat(request.answeredInBody()).isTrue();
        assertThat(notification.answeredInBody()).isFalse();
        assertThat(request.name()).isEqualTo("the POST of initialize (exchange 1)");
        assertThat(response.name()).isEqualTo("the POST of a response (exchange 1)");
    }

    @Test
    void what_is_missing_first_is_what_everything_is_blocked_by() {
        demands(
                Answers.open("GET"),
                Optional.empty(),
                "blocked by sse.endpoint-event.sent: GET is not answered in time");
        demands(Answers.unanswered("GET", NoAnswer.Kind.REFUSED), Optional.empty(), "the stream could not be opened: ");
        demands(Answers.answered("GET", 404, "", ""), Optional.empty(), "blocked by sse.endpoints.two: ");
        demands(
                Answers.answered("GET", 200, "text/plain", ""),
                Optional.empty(),
                "blocked by sse.stream.content-type: ");
        demands(STREAM, Optional.empty(), "blocked by sse.endpoint-event.sent: the stream announces no URI");
        demands(STREAM, Optional.of("a b"), "blocked by sse.endpoint-event.sent: ");
        demands(STREAM, Optional.of("mailto:a"), "blocked by sse.endpoint-event.uri-usable: ");
    }

    private static void demands(Exchange stream, Optional<String> announced, String reason) {
        Opening opening = new Opening(stream, announced, Optional.empty(), List.of());

        assertThatThrownBy(() -> opening.initialize(""))
                .isInstanceOf(Inconclusive.class)
                .hasMessageStartingWith(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/m?id=1", " /m ", "http://a/b", "mailto:a"})
    void a_reference_is_what_can_be_parsed(String text) {
        Opening opening = opening(text);

        assertThat(opening.isReference()).isTrue();
        assertThat(List.of(opening.answered(), opening.open(), opening.streaming(), opening.announcing()))
                .containsOnly(opening);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a b", "http://["})
    void what_is_blank_or_cannot_be_parsed_is_no_reference(String text) {
        assertThat(opening(text).isReference()).isFalse();
    }

    @Test
    void a_failure_of_initialize_is_judged_by_its_own_requirement_and_blocks_the_others() {
        Posted refused = posted(Answers.answered("POST", 404, "", ""), false);
        Opening opening = opening("/m", refused);

        assertThat(opening.initialize(Posted.URI_USABLE)).isSameAs(refused);
        assertThatThrownBy(() -> opening.initialize(Posted.ALL_MESSAGES))
                .hasMessageStartingWith("blocked by sse.endpoint-event.uri-usable: the POST of initialize");
    }

    @Test
    void an_initialize_without_a_verdict_of_its_own_decides_nothing() {
        Posted unauthorized = posted(Answers.answered("POST", 401, "", ""), false);
        Posted answered = posted(Answers.answered("POST", 500, "", ""), true);
        Posted taken = posted(Answers.answered("POST", 202, "", ""), false);

        assertThatThrownBy(() -> opening("/m", unauthorized).initialize(""))
                .isInstanceOf(Inconclusive.class)
                .hasMessageContaining("decides nothing");
        assertThat(opening("/m", answered).initialize("")).isSameAs(answered);
        assertThat(opening("/m", taken).initialize("")).isSameAs(taken);
    }

    private static Opening opening(String announced, Posted... posts) {
        URI address = URI.create("http://127.0.0.1/m");
        return new Opening(STREAM, Optional.of(announced), Optional.of(address), List.of(posts));
    }

    private static Posted posted(Exchange post, boolean answered) {
        return new Posted(JsonRpc.request(IntNode.valueOf(1), "initialize"), post, answered);
    }
}
