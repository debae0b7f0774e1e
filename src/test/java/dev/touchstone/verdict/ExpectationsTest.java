package dev.touchstone.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.touchstone.client.Reply;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each expectation takes for met: checks go on or stop by it, and a verdict stands on it. */
class ExpectationsTest {
    private final Expect expect = new Expect();

    @ParameterizedTest
    @CsvSource({
        "199, false, false",
        "200, true, false",
        "299, true, false",
        "300, false, false",
        "399, false, false",
        "400, false, true",
        "499, false, true",
        "500, false, false"
    })
    void statuses_are_told_apart_by_their_hundreds(int status, boolean accepted, boolean refused) {
        Exchange exchange = Samples.answered(1, status);

        assertThat(expect.that(exchange).accepted()).isEqualTo(accepted);
        assertThat(expect.that(exchange).refused()).isEqualTo(refused);
        assertThat(expect.findings()).hasSize((accepted ? 0 : 1) + (refused ? 0 : 1));
    }

    @Test
    void one_of_several_statuses_will_do() {
        assertThat(expect.that(Samples.answered(1, 405)).status(404, 405)).isTrue();
        assertThat(expect.that(Samples.answered(2, 403)).status(404, 405)).isFalse();
        assertThat(expect.observations()).containsExactly("GET answered 405");
        assertThat(expect.evidence()).extracting(Exchange::number).containsExactly(1, 2);
    }

    @Test
    void a_body_is_one_from_the_first_byte_on() {
        assertThat(expect.that("once", Samples.answered(1, 202)).noBody()).isTrue();
        assertThat(expect.that("once", Samples.answered(2, 202, "x")).noBody()).isFalse();
        assertThat(expect.observations()).containsExactly("once: GET answered 202 without a body");
        assertThat(expect.findings())
                .containsExactly(new Finding("once: no body", "once: GET answered 202 with a body of 1 bytes", false));
    }

    @Test
    void a_condition_on_an_exchange_is_told_with_its_label() {
        assertThat(expect.that("twice", Samples.answered(1, 200)).holds(true, "a"))
                .isTrue();
        assertThat(expect.that("twice", Samples.answered(1, 200)).holds(false, "b"))
                .isFalse();
        assertThat(expect.findings()).containsExactly(new Finding("twice: b", "twice: GET answered 200", false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    200 | {"result":{}}          | true  | false | false
                    200 | {"error":{"code":-1}}  | false | true  | true
                    200 | {"error":{"code":-2}}  | false | false | true
                    400 |                        | false | false | true
                    200 |                        | false | false | false
                    500 |                        | false | false | false
                    """)
    void replies_are_told_apart(int status, String message, boolean result, boolean error, boolean refused) {
        Reply reply = reply(status, message);

        assertThat(expect.that(reply).result()).isEqualTo(result);
        assertThat(expect.that("again", reply).error(-1)).isEqualTo(error);
        assertThat(expect.that(reply).refused()).isEqualTo(refused);
        assertThat(expect.that(reply).holds(true, "")).isTrue();
        assertThat(expect.evidence()).hasSize(1);
        assertThat(expect.findings().stream().filter(finding -> finding.seen().startsWith("again: ")))
                .hasSize(error ? 0 : 1);
    }

    @Test
    void a_control_without_its_result_decides_nothing() {
        assertThatCode(() -> expect.control(reply(200, "{\"result\":{}}"), "ping"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> expect.control(reply(200, "{\"error\":{\"code\":-1}}"), "ping"))
                .isInstanceOf(Inconclusive.class)
                .hasMessage("ping gets no result (error -1 ), so nothing else can be told");
        assertThat(expect.evidence()).hasSize(1);
    }

    @Test
    void an_accepted_control_is_evidence_and_the_check_goes_on() {
        assertThat(expect.control(true, Samples.answered(4, 200), "ping")).isSameAs(expect);
        assertThat(expect.evidence()).extracting(Exchange::number).containsExactly(4);
        assertThat(expect.control(reply(200, "{\"result\":{}}"), "ping")).isSameAs(expect);
        assertThat(expect.seen(reply(200, "{\"result\":{}}"))).isSameAs(expect);
    }

    @Test
    void a_condition_says_whether_it_held() {
        assertThat(expect.holds(true, "a", "b")).isTrue();
        assertThat(expect.holds(false, "c", "d")).isFalse();
        expect.deviates("e", "f");

        assertThat(expect.observations()).containsExactly("b");
        assertThat(expect.findings()).containsExactly(new Finding("c", "d", false), new Finding("e", "f", true));
    }

    private static Reply reply(int status, String message) {
        Optional<JsonNode> body = Optional.ofNullable(message).flatMap(Json::parse);
        return new Reply(IntNode.valueOf(1), body, List.of(Samples.answered(9, status)));
    }
}
