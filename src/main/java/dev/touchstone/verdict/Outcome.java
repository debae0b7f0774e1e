package dev.touchstone.verdict;

import dev.touchstone.catalogue.Level;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.catalogue.Revision;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The verdict on one requirement in one revision, with all that a reader needs to believe it.
 *
 * @param requirement what was judged
 * @param revision on whose wire
 * @param verdict what was concluded
 * @param expected what a conforming server does
 * @param seen what this one did
 * @param reason why it was not decided or does not apply; empty otherwise
 * @param exchanges the numbers of the exchanges that show it
 * @param took how long the check ran
 */
public record Outcome(
        Requirement requirement,
        Revision revision,
        Verdict verdict,
        String expected,
        String seen,
        String reason,
        List<Integer> exchanges,
        Duration took) {

    /** Copies the numbers. */
    public Outcome {
        exchanges = List.copyOf(exchanges);
    }

    /** How binding the requirement is in this revision. */
    public Level level() {
        return requirement.levelIn(revision);
    }

    /** Where the revision says so. */
    public URI clause() {
        return requirement.clauseIn(revision);
    }

    /** The requirement and the revision, unique in a run. */
    public String key() {
        return requirement.id() + "@" + revision.id();
    }
}
