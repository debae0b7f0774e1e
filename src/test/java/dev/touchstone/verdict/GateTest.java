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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void whatever_the_build_is_to_fail_on_stops_it() {
        RunResult run = Samples.run(PASS, WARN);

        assertThat(new Gate(Set.of(Verdict.WARN), Baseline.EMPTY).decide(run).reasons())
                .containsExactly("1 recommendation not followed, in 1 requirement");
        assertThat(new Gate(Set.of(Verdict.WARN), accepting(Samples.SHOULD.id()))
                        .decide(run)
                        .passed())
                .isFalse();
    }

    @Test
    void violations_are_counted_with_their_requirements() {
        Outcome other = Samples.outcome(Samples.CATALOGUE.get("session.id.visible-ascii"), Verdict.FAIL);

        assertThat(decide(Baseline.EMPTY, PASS, FAIL, other).reasons())
                .containsExactly("2 violated, in 2 requirements");
    }

    @Test
    void an_entry_of_the_baseline_accepts_in_the_revision_it_names() {
        Baseline newest = new Baseline(List.of(new Baseline.Entry(Samples.MUST.id(), "2025-11-25", "known")));
        Baseline older = new Baseline(List.of(new Baseline.Entry(Samples.MUST.id(), "2025-06-18", "known")));

        assertThat(newest.accepts(FAIL)).isTrue();
        assertThat(older.accepts(FAIL)).isFalse();
        assertThat(accepting(Samples.MUST.id()).accepts(FAIL)).isTrue();
        assertThat(accepting("session.id.visible-ascii").accepts(FAIL)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "violations: none",
                "violations: []\nothers: []",
                "violations: [{requirement: a.b, reason: known, until: 2027-01-01}]",
                "violations: [{requirement: a.b}]",
                "violations: [{reason: known}]",
                "violations: [{requirement: a.b, reason: ' '}]"
            })
    void a_baseline_of_another_form_is_refused(String text, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("b.yaml"), text.replace("\\n", "\n"));

        assertThatThrownBy(() -> Baseline.read(file)).isInstanceOf(IOException.class);
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

        assertThat(decide(Baseline.EMPTY, PASS, FAIL).suiteAtFault()).isFalse();
        assertThat(new Gate(Set.of(Verdict.ERROR), Baseline.EMPTY)
                        .decide(Samples.run(PASS, error))
                        .reasons())
                .hasSize(1);
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
