package dev.touchstone.verdict;

import dev.touchstone.catalogue.Revision;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a run says of one revision.
 *
 * @param revision the revision
 * @param counts how many requirements got which verdict
 * @param violated how many binding requirements are violated
 * @param undecided how many binding requirements could not be decided
 * @param decided how many binding requirements were decided
 */
public record Headline(Revision revision, Map<Verdict, Integer> counts, int violated, int undecided, int decided) {

    /** Counts the outcomes of a revision. */
    public static Headline of(Revision revision, List<Outcome> outcomes) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0);
        }
        int violated = 0;
        int undecided = 0;
        int decided = 0;
        for (Outcome outcome : outcomes) {
            if (!outcome.revision().equals(revision)) {
                continue;
            }
            counts.merge(outcome.verdict(), 1, Integer::sum);
            boolean binding = outcome.requirement().bindingIn(revision);
            violated += outcome.verdict() == Verdict.FAIL ? 1 : 0;
            undecided += binding && outcome.verdict() == Verdict.INCONCLUSIVE ? 1 : 0;
            decided += binding && outcome.verdict().decided() ? 1 : 0;
        }
        return new Headline(revision, Map.copyOf(counts), violated, undecided, decided);
    }

    /** How many requirements got a verdict. */
    public int count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    /** The headline as a reader sees it. */
    public String words() {
        if (count(Verdict.ERROR) > 0) {
            return "not judged, " + Verdict.ERROR.counted(count(Verdict.ERROR));
        } else if (violated > 0) {
            return "not conformant, %d of %d MUSTs violated".formatted(violated, decided);
        } else if (decided == 0) {
            int others = count(Verdict.PASS) + count(Verdict.WARN) + count(Verdict.INTEROP);
            return others == 0 ? "not tested" : "no MUST was decided, " + others + " other requirements were";
        } else if (undecided > 0) {
            return "no violation found, %d of %d MUSTs undecided".formatted(undecided, decided + undecided);
        }
        return "conformant, %d MUSTs met".formatted(decided);
    }
}
