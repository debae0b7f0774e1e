package dev.touchstone.cli;

/** What the run ends with; the numbers are those of the jar's process. */
public enum ExitCode {
    /** No violation. */
    CONFORMANT(0),
    /** The gate stopped the build. */
    VIOLATIONS(1),
    /** Wrong options. */
    USAGE(2),
    /** The target cannot be judged. */
    TARGET_UNUSABLE(3),
    /** The suite itself is at fault. */
    SUITE_FAULT(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The process exit code. */
    public int number() {
        return number;
    }
}
