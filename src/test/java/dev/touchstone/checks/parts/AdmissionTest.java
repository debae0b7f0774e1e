package dev.touchstone.checks.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.checks.Answers;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.NoAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a refusal, and what tells nothing. */
class AdmissionTest {
    private static final Exchange SERVED = answer(200, "{\"result\":{}}");

    @ParameterizedTest
    @CsvSource({
        "200, SERVED",
        "202, SERVED",
        "400, REFUSED",
        "401, REFUSED",
        "403, REFUSED",
        "404, REFUSED",
        "408, UNCLEAR",
        "429, UNCLEAR",
        "302, UNCLEAR",
        "500, UNCLEAR",
        "503, UNCLEAR"
    })
    void the_status_tells(int status, Admission admission) {
        assertThat(Admission.of(answer(status, ""), SERVED)).isEqualTo(admission);
    }

    @Test
    void an_error_refuses_unless_the_right_credentials_meet_one() {
        Exchange error = answer(200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-1,\"message\":\"\"}}");

        assertThat(Admission.of(error, SERVED)).isEqualTo(Admission.REFUSED);
        assertThat(Admission.of(error, error)).isEqualTo(Admission.SERVED);
    }

    @Test
    void silence_tells_nothing() {
        assertThat(Admission.of(Answers.unanswered("POST", NoAnswer.Kind.TIMEOUT), SERVED))
                .isEqualTo(Admission.UNCLEAR);
    }

    @Test
    void who_is_limited_is_told_the_option() {
        assertThat(Admission.unclear(answer(429, ""))).hasMessageContaining("-Drate=2");
    }

    private static Exchange answer(int status, String body) {
        return Answers.answered("POST", status, "application/json", body);
    }
}
