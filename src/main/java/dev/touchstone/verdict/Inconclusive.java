package dev.touchstone.verdict;

import org.opentest4j.TestAbortedException;

/** The requirement should have been judged and could not be. */
public final class Inconclusive extends TestAbortedException {
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
        return new Inconclusive("blocked by " + requirement + ": " + seen);
    }
}
