package dev.touchstone.verdict;

import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** The requirement should have been judged and could not be. */
public final class Inconclusive extends TestAbortedException {
    private static final String BLOCKED = "blocked by ";

    /** Says why, and what would have to be supplied or mended. */
    public Inconclusive(String reason) {
        super(reason);
    }

    /** A request was taken, and its response is lost. */
    public static Inconclusive lost(String request) {
        return new Inconclusive(request + " was taken and no response came");
    }

    /** Another requirement has to be met first. */
    public static Inconclusive blockedBy(String requirement, String seen) {
        return new Inconclusive(BLOCKED + requirement + ": " + seen);
    }

    /** The requirement that has to be met first, if that is the reason. */
    public static Optional<String> blocker(String reason) {
        int end = reason.indexOf(": ");
        return reason.startsWith(BLOCKED) && end > 0
                ? Optional.of(reason.substring(BLOCKED.length(), end))
                : Optional.empty();
    }
}
