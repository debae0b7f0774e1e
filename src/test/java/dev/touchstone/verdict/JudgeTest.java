package dev.touchstone.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.catalogue.Requirement;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How what a check saw becomes a verdict. */
class JudgeTest {

    static Stream<Arguments> requirements_and_what_breaking_them_is_called() {
        return Stream.of(
                Arguments.of(Samples.MUST, Verdict.FAIL),
                Arguments.of(Samples.IMPLIED_MUST, Verdict.WARN),
                Arguments.of(Samples.SHOULD, Verdict.WARN),
                Arguments.of(Samples.INTEROP, Verdict.INTEROP));
    }

    @ParameterizedTest
    @MethodSource("requirements_and_what_breaking_them_is_called")
    void a_broken_requirement_is_as_bad_as_the_text_says(Requirement requirement, Verdict verdict) {
        Expect expect = new Expect();
        expect.that(Samples.answered(7, 400)).status(404);

        Outcome outcome = judge(requirement, expect, null);

        assertThat(outcome.verdict()).isEqualTo(verdict);
        assertThat(outcome.expected()).isEqualTo("HTTP status 404");
        assertThat(outcome.seen()).isEqualTo("GET answered 400");
        assertThat(outcome.exchanges()).containsExactly(7);
    }

    @Test
    void a_difference_that_the_text_leaves_room_for_is_a_warning() {
        Expect expect = new Expect().seen(Samples.answered(1, 200));
        expect.deviates("a", "b");

        assertThat(judge(Samples.MUST, expect, null).verdict()).isEqualTo(Verdict.WARN);
    }

    @Test
    void one_real_difference_among_lenient_ones_is_a_violation() {
        Expect expect = new Expect().seen(Samples.answered(1, 200));
        expect.deviates("a", "b");
        expect.holds(false, "c", "d");

        Outcome outcome = judge(Samples.MUST, expect, null);

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.seen()).isEqualTo("b; d");
    }

    @Test
    void what_was_met_is_a_pass_with_its_observations() {
        Expect expect = new Expect();
        expect.that("once", Samples.answered(3, 404)).status(404);

        Outcome outcome = judge(Samples.MUST, expect, null);

        assertThat(outcome.verdict()).isEqualTo(Verdict.PASS);
        assertThat(outcome.seen()).isEqualTo("once: GET answered 404");
    }

    @Test
    void a_pass_without_an_answer_of_the_server_is_a_fault_of_the_suite() {
        assertThat(judge(Samples.MUST, new Expect(), null).verdict()).isEqualTo(Verdict.ERROR);

        Expect silence = new Expect().seen(Samples.unanswered(1));
        silence.holds(true, "x", "x");
        assertThat(judge(Samples.MUST, silence, null).verdict()).isEqualTo(Verdict.ERROR);
    }

    @Test
    void a_pass_that_expected_nothing_is_a_fault_of_the_suite() {
        Expect looked = new Expect().seen(Samples.answered(1, 200));

        Outcome outcome = judge(Samples.MUST, looked, null);

        assertThat(outcome.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(outcome.reason()).contains("expected nothing");
    }

    static Stream<Arguments> ends_and_what_they_mean() {
        return Stream.of(
                Arguments.of(new NotApplicable("no sessions"), Verdict.NOT_APPLICABLE, "no sessions"),
                Arguments.of(Inconclusive.blockedBy("a.b", "x"), Verdict.INCONCLUSIVE, "blocked by a.b: x"),
                Arguments.of(new TimeoutException("90 s"), Verdict.INCONCLUSIVE, "not done in time"),
                Arguments.of(new IllegalStateException("oops"), Verdict.ERROR, "IllegalStateException: oops"),
                Arguments.of(
                        new ParameterResolutionException("outer", new NotApplicable("inner")),
                        Verdict.NOT_APPLICABLE,
                        "inner"));
    }

    @ParameterizedTest
    @MethodSource("ends_and_what_they_mean")
    void a_check_that_ends_early_says_why(Throwable end, Verdict verdict, String reason) {
        Outcome outcome = judge(Samples.MUST, new Expect().seen(Samples.answered(1, 200)), end);

        assertThat(outcome.verdict()).isEqualTo(verdict);
        assertThat(outcome.reason()).contains(reason);
    }

    @Test
    void a_difference_that_was_seen_counts_if_the_check_ended_in_order() {
        Expect expect = new Expect();
        expect.that(Samples.answered(1, 400)).status(404);

        assertThat(judge(Samples.MUST, expect, new NotApplicable("later")).verdict())
                .isEqualTo(Verdict.FAIL);
        assertThat(judge(Samples.MUST, expect, new IllegalStateException("later"))
                        .verdict())
                .isEqualTo(Verdict.ERROR);
    }

    @Test
    void a_difference_under_a_rate_limit_decides_nothing() {
        Expect expect = new Expect();
        expect.that(Samples.answered(1, 429)).status(404);

        Outcome outcome = judge(Samples.MUST, expect, null);

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.reason()).contains("-Drate");
    }

    @Test
    void an_outcome_names_its_exchanges_in_order_and_how_long_it_took() {
        Expect expect = new Expect().seen(Samples.answered(9, 200)).seen(Samples.answered(2, 200));
        expect.holds(true, "a", "a");

        Outcome outcome = new Judge(Samples.MUST, Samples.NEWEST).outcome(expect, null, Duration.ofSeconds(3));

        assertThat(outcome.exchanges()).containsExactly(2, 9);
        assertThat(outcome.took()).isEqualTo(Duration.ofSeconds(3));
        assertThat(outcome.expected()).isEqualTo(Samples.MUST.expected());
        assertThat(judge(Samples.MUST, expect, new NotApplicable("x")).exchanges())
                .containsExactly(2, 9);
    }

    @Test
    void the_same_difference_twice_is_told_once() {
        Expect expect = new Expect().seen(Samples.answered(1, 200));
        expect.holds(false, "a", "b");
        expect.holds(false, "a", "b");

        assertThat(judge(Samples.MUST, expect, null).expected()).isEqualTo("a");
        assertThat(judge(Samples.MUST, expect, null).seen()).isEqualTo("b");
    }

    @Test
    void what_was_met_before_an_early_end_is_kept() {
        Expect expect = new Expect();
        expect.that(Samples.answered(1, 404)).status(404);

        assertThat(judge(Samples.MUST, expect, new Inconclusive("x")).seen()).isEqualTo("GET answered 404");
        assertThat(new Judge(Samples.MUST, Samples.NEWEST)
                        .aside(Verdict.INCONCLUSIVE, "y")
                        .reason())
                .isEqualTo("y");
    }

    @Test
    void an_exception_of_the_suite_says_where() {
        IllegalStateException end = new IllegalStateException("oops");

        assertThat(judge(Samples.MUST, new Expect(), end).reason()).contains("(" + end.getStackTrace()[0] + ")");
        end.setStackTrace(new StackTraceElement[0]);
        assertThat(judge(Samples.MUST, new Expect(), end).reason()).isEqualTo("IllegalStateException: oops");
    }

    @Test
    void the_cause_of_what_is_no_wrapper_of_the_test_engine_is_left_alone() {
        IllegalStateException end = new IllegalStateException("outer", new NotApplicable("inner"));

        assertThat(judge(Samples.MUST, new Expect(), end).verdict()).isEqualTo(Verdict.ERROR);
    }

    private static Outcome judge(Requirement requirement, Expect expect, Throwable end) {
        return new Judge(requirement, Samples.NEWEST).outcome(expect, end, Duration.ZERO);
    }
}
