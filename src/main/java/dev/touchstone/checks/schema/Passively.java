package dev.touchstone.checks.schema;

import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Violations.Found;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Received;
import dev.touchstone.wire.Shown;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Judges what was recorded: how many places are looked at, and how much of it a reader is shown. */
final class Passively {
    /** More findings than these are not listed: who mends these will see the others in the next run. */
    static final int MOST = 20;

    private Passively() {}

    /**
     * Demands that there is anything to judge.
     *
     * @throws NotApplicable if there is not, and the server could have sent it
     * @throws Inconclusive if there is not, and no conversation ever began
     */
    static <T> List<T> demand(List<T> found, Recorded recorded, String what) {
        List<Received> openings = recorded.openings();
        if (found.isEmpty() && openings.isEmpty()) {
            throw Inconclusive.blockedBy(recorded.opening(), "the run has no result of it");
        } else if (found.isEmpty()) {
            throw new NotApplicable("none of the " + recorded.messages().size() + " messages of the run has " + what
                    + " (the first conversation is exchange "
                    + openings.get(0).exchange().number() + ")");
        }
        return found;
    }

    /** Expects something of every place. */
    static void each(Expect expect, List<Place> places, Predicate<Place> right, String expected) {
        List<Place> wrong = places.stream().filter(right.negate()).toList();
        (wrong.isEmpty() ? places : wrong)
                .stream()
                        .limit(MOST)
                        .forEach(place -> expect.seen(place.received().exchange()));
        wrong.stream()
                .limit(MOST)
                .forEach(place -> expect.holds(
                        false, place.label() + " is " + expected, place.label() + " is " + Shown.of(place.value())));
        if (wrong.isEmpty()) {
            expect.holds(true, expected, counted(places));
        }
    }

    /** Expects that the schemas found nothing wrong; the places show that there was something to find. */
    static void none(Expect expect, List<Found> found, List<Place> places) {
        Set<String> told = new HashSet<>();
        for (Found one : found) {
            if (told.size() < MOST && told.add(one.alike())) {
                expect.seen(one.received().exchange());
                expect.holds(false, one.expected(), one.seen());
            }
        }
        if (found.isEmpty()) {
            places.stream()
                    .limit(MOST)
                    .forEach(place -> expect.seen(place.received().exchange()));
            expect.holds(true, "nothing wrong", counted(places));
        }
    }

    private static String counted(List<Place> places) {
        String first = places.get(0).label() + " is " + Shown.of(places.get(0).value());
        return places.size() == 1 ? first : places.size() + " places are right, the first: " + first;
    }
}
