package dev.touchstone.verdict;

/** What is concluded about one requirement, worst first. */
public enum Verdict {
    /** The suite itself is at fault. */
    ERROR("fault of the suite"),
    /** A MUST or MUST NOT is broken. */
    FAIL("violated"),
    /** It should have been judged and could not be. */
    INCONCLUSIVE("could not be decided"),
    /** A recommendation, or a requirement that is only implied, is not followed. */
    WARN("recommendation not followed"),
    /** Legal, and yet named clients are known to break on it. */
    INTEROP("legal, yet breaks clients"),
    /** Observed, with evidence. */
    PASS("passed"),
    /** The server does not offer the feature. */
    NOT_APPLICABLE("not applicable");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** The verdict as a reader sees it. */
    public String words() {
        return words;
    }

    /** Whether the requirement was judged, one way or the other. */
    public boolean decided() {
        return this == FAIL || this == WARN || this == INTEROP || this == PASS;
    }
}
