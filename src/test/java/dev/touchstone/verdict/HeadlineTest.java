package dev.touchstone.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.catalogue.Requirement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlineTest {
    private static final List<Requirement> MUSTS = Samples.CATALOGUE.requirements().stream()
            .filter(requirement -> requirement.appliesTo(Samples.NEWEST) && requirement.bindingIn(Samples.NEWEST))
            .toList();

    @Test
    void nothing_decided_is_not_tested() {
        assertThat(words()).isEqualTo("not tested");
        assertThat(words(Verdict.INCONCLUSIVE)).isEqualTo("not tested");
    }

    @Test
    void a_run_without_musts_counts_what_else_was_decided() {
        Outcome warned = Samples.outcome(Samples.SHOULD, Verdict.WARN);
        Outcome passed = Samples.outcome(Samples.IMPLIED_MUST, Verdict.PASS);
        Outcome odd = Samples.outcome(Samples.INTEROP, Verdict.INTEROP);

        assertThat(Headline.of(Samples.NEWEST, List.of(warned, passed, odd)).words())
                .isEqualTo("no MUST was decided, 3 other requirements were");
    }

    @Test
    void a_headline_counts_the_outcomes_of_its_revision_alone() {
        Outcome outcome = Samples.outcome(MUSTS.get(0), Verdict.FAIL);
        Headline own = Headline.of(Samples.NEWEST, List.of(outcome));
        Headline other = Headline.of(Samples.CATALOGUE.revision("2025-06-18").orElseThrow(), List.of(outcome));

        assertThat(own.counts()).hasSize(Verdict.values().length).containsEntry(Verdict.FAIL, 1);
        assertThat(own.violated()).isEqualTo(1);
        assertThat(other.counts()).containsEntry(Verdict.FAIL, 0);
        assertThat(other.words()).isEqualTo("not tested");
    }

    @Test
    void an_undecided_recommendation_does_not_make_a_must_undecided() {
        Outcome passed = Samples.outcome(MUSTS.get(0), Verdict.PASS);
        Outcome open = Samples.outcome(Samples.SHOULD, Verdict.INCONCLUSIVE);

        assertThat(Headline.of(Samples.NEWEST, List.of(passed, open)).words()).isEqualTo("conformant, 1 MUSTs met");
    }

    @Test
    void all_musts_met_is_conformant() {
        assertThat(words(Verdict.PASS, Verdict.PASS, Verdict.NOT_APPLICABLE)).isEqualTo("conformant, 2 MUSTs met");
    }

    @Test
    void an_undecided_must_is_told() {
        assertThat(words(Verdict.PASS, Verdict.INCONCLUSIVE)).isEqualTo("no violation found, 1 of 2 MUSTs undecided");
    }

    @Test
    void a_violated_must_is_not_conformant() {
        assertThat(words(Verdict.PASS, Verdict.FAIL, Verdict.INCONCLUSIVE))
                .isEqualTo("not conformant, 1 of 2 MUSTs violated");
    }

    @Test
    void a_fault_of_the_suite_comes_first() {
        assertThat(words(Verdict.FAIL, Verdict.ERROR)).isEqualTo("not judged, 1 fault of the suite");
    }

    private static String words(Verdict... verdicts) {
        Outcome[] outcomes = new Outcome[verdicts.length];
        Arrays.setAll(outcomes, i -> Samples.outcome(MUSTS.get(i), verdicts[i]));
        return Headline.of(Samples.NEWEST, List.of(outcomes)).words();
    }
}
