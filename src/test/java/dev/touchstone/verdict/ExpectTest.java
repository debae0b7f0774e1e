package dev.touchstone.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExpectTest {
    private final Expect expect = new Expect();

    @Test
    void a_refused_control_decides_nothing() {
        assertThatThrownBy(() -> expect.control(false, Samples.answered(1, 500), "the same ping with a session id"))
                .isInstanceOf(Inconclusive.class)
                .hasMessageContaining("the same ping with a session id is not accepted either (GET answered 500)");
    }

    @Test
    void all_differences_are_kept() {
        expect.that("first", Samples.answered(1, 200)).status(404, 405);
        expect.that("second", Samples.answered(2, 500)).refused();

        assertThat(expect.findings())
                .extracting(Finding::expected)
                .containsExactly("first: HTTP status 404 or 405", "second: a client error status (4xx)");
    }

    @Test
    void a_newer_state_of_an_exchange_replaces_the_older_one() {
        expect.seen(Samples.unanswered(1)).seen(Samples.answered(1, 200));

        assertThat(expect.evidence()).hasSize(1);
        assertThat(expect.evidence().get(0).status()).isEqualTo(200);
    }

    @Test
    void no_answer_is_told_as_such() {
        expect.that(Samples.unanswered(1)).accepted();

        assertThat(expect.findings().get(0).seen()).isEqualTo("GET: no answer in time (waited 10.0 s)");
    }
}
