package dev.touchstone.selftest;

import dev.touchstone.cli.Judging;
import dev.touchstone.demo.Credential;
import dev.touchstone.reference.Rig;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The verdicts of one or more runs, by requirement and revision.
 *
 * @param verdicts the verdicts, such as {@code session.id.visible-ascii@2025-11-25} to PASS
 */
record Vector(Map<String, Verdict> verdicts) {
    static Vector of(RunResult result) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (Outcome outcome : result.outcomes()) {
            verdicts.put(outcome.key(), outcome.verdict());
        }
        return new Vector(verdicts);
    }

    static RunResult judge(Rig rig, URI url, List<String> options) {
        List<String> words = new ArrayList<>(options);
        rig.credential().map(Vector::line).ifPresent(line -> words.addAll(List.of("--header", line)));
        rig.tokens().forEach((option, token) -> words.addAll(List.of("--" + option, token)));
        return Judging.judge(url, words);
    }

    private static String line(Credential credential) {
        return credential.header() + ": " + credential.value();
    }

    Vector and(Vector other) {
        Map<String, Verdict> all = new TreeMap<>(verdicts);
        all.putAll(other.verdicts);
        return new Vector(all);
    }

    /** The requirements and revisions that are red. */
    Set<String> red() {
        return with(Verdict.FAIL, Verdict.WARN, Verdict.INTEROP, Verdict.ERROR);
    }

    /** The requirements and revisions that have one of these verdicts. */
    Set<String> with(Verdict... some) {
        Set<String> keys = new TreeSet<>();
        verdicts.forEach((key, verdict) -> {
            if (List.of(some).contains(verdict)) {
                keys.add(key);
            }
        });
        return keys;
    }

    /** The lines in which this vector differs from another one that covers the same requirements. */
    List<String> differencesFrom(Vector base) {
        List<String> lines = new ArrayList<>();
        verdicts.forEach((key, verdict) -> {
            Verdict before = base.verdicts.get(key);
            if (verdict != before) {
                lines.add(key + "\t" + before + "\t" + verdict);
            }
        });
        return lines;
    }
}
