package dev.touchstone.report;

import dev.touchstone.catalogue.Requirement;
import dev.touchstone.verdict.Baseline;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Outcomes that a reader takes for one: the same requirement with the same findings in several revisions.
 *
 * @param outcomes the outcomes, newest revision first
 */
public record Entry(List<Outcome> outcomes) {

    private record Key(Requirement requirement, Verdict verdict, String expected, String seen, String reason) {}

    /** Copies the outcomes. */
    public Entry {
        outcomes = List.copyOf(outcomes);
    }

    /** Groups outcomes, keeping their order. */
    public static List<Entry> group(List<Outcome> outcomes) {
        Map<Key, List<Outcome>> groups = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            Key key = new Key(
                    outcome.requirement(), outcome.verdict(), outcome.expected(), outcome.seen(), outcome.reason());
            groups.computeIfAbsent(key, missing -> new ArrayList<>()).add(outcome);
        }
        return groups.values().stream().map(Entry::new).toList();
    }

    /** The outcome of the newest revision, which stands for all. */
    public Outcome newest() {
        return outcomes.get(0);
    }

    /** What was judged. */
    public Requirement requirement() {
        return newest().requirement();
    }

    /** What was concluded. */
    public Verdict verdict() {
        return newest().verdict();
    }

    /** Whether it is a violation that is accepted in every revision that has it. */
    public boolean acceptedBy(Baseline baseline) {
        return verdict() == Verdict.FAIL && outcomes.stream().allMatch(baseline::accepts);
    }

    /** The revisions by name, newest first. */
    public String revisions() {
        return outcomes.stream().map(outcome -> outcome.revision().id()).collect(Collectors.joining(", "));
    }
}
