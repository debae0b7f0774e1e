package dev.touchstone.checks.parts;

import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Shown;
import java.util.Collection;
import java.util.stream.IntStream;

/** Ids that nobody may guess, since who knows one may use it. */
public final class UnguessableIds {
    /** Fewer places than these cannot hold 64 random bits in any usual alphabet. */
    private static final int PLACES = 10;

    private UnguessableIds() {}

    /** Expects different ids to differ in as many places as random ones do. */
    public static void judge(Collection<String> ids, Expect expect) {
        long places = differing(ids);
        expect.holds(
                places >= PLACES,
                "ids that differ in " + PLACES + " places or more",
                "ids that differ in " + places + " places, such as " + Shown.text(String.join(", ", ids)));
    }

    private static long differing(Collection<String> ids) {
        int longest = ids.stream().mapToInt(String::length).max().orElse(0);
        return IntStream.range(0, longest)
                .filter(place -> ids.stream()
                                .map(id -> place < id.length() ? id.charAt(place) : ' ')
                                .distinct()
                                .count()
                        > 1)
                .count();
    }
}
