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
        assertThat(words(Verdict.FAIL, Verdict.ERROR)).startsWith("not judged");
    }

    private static String words(Verdict... verdicts) {
        Outcome[] outcomes = new Outcome[verdicts.length];
        Arrays.setAll(outcomes, i -> Samples.outcome(MUSTS.get(i), verdicts[i]));
        return Headline.of(Samples.NEWEST, List.of(outcomes)).words();
    }
}
