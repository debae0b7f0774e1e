package dev.touchstone.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import org.junit.jupiter.api.Test;

class SampleRunTest {
    @Test
    void every_verdict_occurs_and_each_outcome_once() {
        RunResult faulty = SampleRun.faulty();

        assertThat(faulty.outcomes()).extracting(Outcome::verdict).contains(Verdict.values());
        assertThat(faulty.outcomes()).extracting(Outcome::key).doesNotHaveDuplicates();
        assertThat(SampleRun.mixed().with(Verdict.ERROR)).isEmpty();
        assertThat(SampleRun.mixed().headlines()).hasSize(2);
    }

    @Test
    void the_decisions_differ() {
        assertThat(SampleRun.decision(SampleRun.conformant()).passed()).isTrue();
        assertThat(SampleRun.decision(SampleRun.mixed()).passed()).isFalse();
        assertThat(SampleRun.decision(SampleRun.faulty()).suiteAtFault()).isTrue();
        assertThat(SampleRun.decision(SampleRun.undecided()).passed()).isFalse();
    }

    @Test
    void the_transcript_is_free_of_the_canary() {
        assertThat(SampleRun.mixed().transcript().all()).allSatisfy(exchange -> {
            assertThat(exchange.request().headers().toString()).doesNotContain(SampleRun.CANARY);
            assertThat(new String(exchange.body())).doesNotContain(SampleRun.CANARY);
        });
    }
}
