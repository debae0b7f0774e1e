package dev.touchstone.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
    private static final Outcome PASS =
            Samples.outcome(Samples.CATALOGUE.get("lifecycle.initialize.result"), Verdict.PASS);
    private static final Outcome FAIL = Samples.outcome(Samples.MUST, Verdict.FAIL);
    private static final Outcome WARN = Samples.outcome(Samples.SHOULD, Verdict.WARN);

    @Test
    void a_violation_stops_the_build_and_a_warning_does_not() {
        assertThat(decide(Baseline.EMPTY, PASS, WARN).passed()).isTrue();
        assertThat(decide(Baseline.EMPTY, PASS, FAIL).reasons()).containsExactly("1 violated, in 1 requirement");
    }

    @Test
    void a_run_that_decided_nothing_stops_the_build() {
        Outcome undecided = Samples.outcome(Samples.MUST, Verdict.INCONCLUSIVE);

        assertThat(decide(Baseline.EMPTY, undecided, WARN).reasons())
                .containsExactly("not a single MUST could be decided");
        assertThat(decide(Baseline.EMPTY).reasons()).containsExactly("nothing could be decided");
    }

    @Test
    void a_run_that_was_asked_for_no_must_needs_none() {
        assertThat(decide(Baseline.EMPTY, WARN).passed()).isTrue();
    }

    @Test
    void a_fault_of_the_suite_stops_the_build_whatever_is_accepted() {
        Outcome error = Samples.outcome(Samples.MUST, Verdict.ERROR);

        Gate.Decision decision = decide(accepting(Samples.MUST.id()), PASS, error);

        assertThat(decision.suiteAtFault()).isTrue();
        assertThat(decision.passed()).isFalse();
    }

    @Test
    void an_accepted_violation_does_not_stop_the_build() {
        assertThat(decide(accepting(Samples.MUST.id()), PASS, FAIL).passed()).isTrue();
    }

    @Test
    void an_accepted_violation_that_is_gone_stops_the_build() {
        Outcome mended = Samples.outcome(Samples.MUST, Verdict.PASS);

        assertThat(decide(accepting(Samples.MUST.id()), PASS, mended).reasons())
                .singleElement()
                .asString()
                .contains("session.terminated.404");
    }

    @Test
    void an_accepted_violation_that_was_not_looked_at_is_not_stale() {
        assertThat(decide(accepting("transport.origin.validated"), PASS).passed())
                .isTrue();
    }

    @Test
    void a_baseline_file_is_read_with_its_reasons(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("b.yaml"), """
                violations:
                  - {requirement: a.b, revision: 2025-11-25, reason: known}
                  - {requirement: c.d, reason: known too}
                """);

        assertThat(Baseline.read(file).entries())
                .containsExactly(
                        new Baseline.Entry("a.b", "2025-11-25", "known"), new Baseline.Entry("c.d", "*", "known too"));
    }

    @Test
    void a_baseline_that_is_no_yaml_is_an_io_error(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("b.yaml"), "violations: [");

        assertThatThrownBy(() -> Baseline.read(file)).isInstanceOf(IOException.class);
    }

    private static Baseline accepting(String requirement) {
        return new Baseline(List.of(new Baseline.Entry(requirement, "*", "known")));
    }

    private static Gate.Decision decide(Baseline baseline, Outcome... outcomes) {
        return new Gate(Set.of(Verdict.FAIL), baseline).decide(Samples.run(outcomes));
    }
}
