package dev.touchstone.checks.parts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is wrong with the many things of one list, so that a finding names some of them and counts the others. */
public final class Problems {
    private static final int NAMED = 3;

    private final List<String> found = new ArrayList<>();

    /** Notes a problem unless all is well. */
    public void unless(boolean fine, String where, String seen) {
        if (!fine) {
            found.add(where + " " + seen);
        }
    }

    /** Notes a member that is no string; it has to be there. */
    public void demandText(Item item, String member) {
        JsonNode value = item.json().path(member);
        unless(value.isTextual(), item.where(), member + " is " + Shown.of(value));
    }

    /** Notes members that are there and no strings; null is none. */
    public void demandTextIfAny(Item item, Collection<String> members) {
        for (String member : members) {
            if (item.json().has(member)) {
                demandText(item, member);
            }
        }
    }

    /** Whether nothing was noted. */
    public boolean none() {
        return found.isEmpty();
    }

    /** Whether all is well, with what is seen then, or otherwise the first problems. */
    public void judge(Expect expect, String expected, String fine) {
        expect.holds(found.isEmpty(), expected, found.isEmpty() ? fine : seen());
    }

    /** Warns of the problems, if there are any, where the text leaves room for them. */
    public void warn(Expect expect, String expected) {
        if (!found.isEmpty()) {
            expect.deviates(expected, seen());
        }
    }

    private String seen() {
        String named = String.join("; ", found.subList(0, Math.min(NAMED, found.size())));
        return found.size() > NAMED ? named + "; and " + (found.size() - NAMED) + " more" : named;
    }
}
