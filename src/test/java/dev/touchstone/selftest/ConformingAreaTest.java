package dev.touchstone.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.verdict.Verdict;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The reference server conforms in the area at work, in every revision: what mutants that turn it red are killed by. */
@EnabledIfSystemProperty(named = "area", matches = ".+")
class ConformingAreaTest {

    /** What is judged by the whole run sees too little of a run of one area. */
    @Test
    void every_verdict_in_the_area_is_the_recorded_one() {
        Set<String> passive = CompletenessTest.afterwards();
        Map<String, Verdict> judged =
                new TreeMap<>(Conforming.judged(Chosen.options()).verdicts());
        judged.keySet().removeIf(key -> passive.contains(key.split("@", 2)[0]));

        assertThat(Conforming.VECTOR.verdicts()).containsAllEntriesOf(judged);
    }
}
