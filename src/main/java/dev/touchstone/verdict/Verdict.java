package dev.touchstone.verdict;

/** What is concluded about one requirement, worst first. */
public enum Verdict {
    /** The suite itself is at fault. */
    ERROR("fault of the suite", "faults of the suite"),
    /** A MUST or MUST NOT is broken. */
    FAIL("violated", "violated"),
    /** It should have been judged and could not be. */
    INCONCLUSIVE("could not be decided", "could not be decided"),
    /** A recommendation, or a requirement that is only implied, is not followed. */
    WARN("recommendation not followed", "recommendations not followed"),
    /** Legal, and yet named clients are known to break on it. */
    INTEROP("legal, yet breaks clients", "legal, yet break clients"),
    /** Observed, with evidence. */
    PASS("passed", "passed"),
    /** The server does not offer the feature. */
    NOT_APPLICABLE("not applicable", "not applicable");

    private final String words;
    private final String ofSeveral;

    Verdict(String words, String ofSeveral) {
        this.words = words;
        this.ofSeveral = ofSeveral;
    }

    /** The verdict as a reader sees it. */
    public String words() {
        return words;
    }

    /** The verdict of a number of requirements: {@code 2 recommendations not followed}. */
    public String counted(long number) {
        return number + " " + (number == 1 ? words : ofSeveral);
    }

    /** Whether the requirement was judged, one way or the other. */
    public boolean decided() {
        return this == FAIL || this == WARN || this == INTEROP || this == PASS;
    }
}
