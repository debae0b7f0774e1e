package dev.touchstone.checks.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.checks.Answers;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.NoAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a kind of request counts as guarded, open or telling nothing. */
class AttemptTest {
    private static final String ERROR = "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-1,\"message\":\"\"}}";
    private static final String RESULT = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}";

    @ParameterizedTest
    @CsvSource({
        "200 R, 401 E, true, false, true",
        "200 R, 200 R, true, true, false",
        "200 R, 200 E, true, false, true",
        "200 E, 200 E, true, true, false",
        "200 R, 400 R, true, false, true",
        "200 R, 408 R, true, false, false",
        "200 R, 429 R, true, false, false",
        "200 R, 503 R, true, false, false",
        "403 R, 401 E, false, false, false",
        "403 R, 200 R, false, true, false"
    })
    void a_wrapped_error_that_the_right_credentials_do_not_meet_is_a_refusal(
            String right, String other, boolean accepted, boolean open, boolean refuses) {
        Attempt without = new Attempt("a", exchange(right), exchange(other), exchange("401 E"));
        Attempt wrong = new Attempt("a", exchange(right), exchange("401 E"), exchange(other));

        assertThat(without.accepted()).isEqualTo(accepted);
        assertThat(without.open()).isEqualTo(open);
        assertThat(wrong.openToWrong()).isEqualTo(open);
        assertThat(wrong.open()).isFalse();
        assertThat(without.refuses(without.without())).isEqualTo(refuses);
    }

    @Test
    void silence_is_no_refusal() {
        Exchange silent = Answers.unanswered("POST", NoAnswer.Kind.TIMEOUT);

        assertThat(new Attempt("a", exchange("200 R"), silent, silent).refuses(silent))
                .isFalse();
    }

    private static Exchange exchange(String text) {
        String body = text.endsWith("E") ? ERROR : RESULT;
        return Answers.answered("POST", Integer.parseInt(text.substring(0, 3)), "application/json", body);
    }
}
