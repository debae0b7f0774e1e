package dev.touchstone.cli;

import org.jspecify.annotations.Nullable;

/**
 * The entry of {@code mvn verify -Dtarget=URL}, called in Maven's own JVM. Without a target it does nothing, since then
 * only the project's own tests are wanted; an empty target, such as an unset variable of a CI job, is an error.
 */
public final class MavenEntry {
    private static final String NO_TARGET = "none";

    private MavenEntry() {}

    /** Ends the build by an exception without a stack trace: the message is all there is to say. */
    static final class BuildFailure extends RuntimeException {
        BuildFailure(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * Runs with the target as the only argument, all other options being system properties. The property of the command
     * line counts more than the argument, in which Maven has replaced what looks like one of its expressions.
     */
    public static void main(@Nullable String[] arguments) {
        String argument = arguments.length == 0 || arguments[0] == null ? "" : arguments[0];
        String target = System.getProperty("target", argument);
        Touchstone touchstone = new Touchstone(System.out, System.err);
        if (target.equals(NO_TARGET)) {
            return;
        }
        Options options =
                Options.ofProperties(System.getProperties(), System.getenv()).with(Option.TARGET, target);
        ExitCode code = touchstone.run(options);
        if (code != ExitCode.CONFORMANT) {
            throw new BuildFailure(sentence(code));
        }
    }

    private static String sentence(ExitCode code) {
        return switch (code) {
            case CONFORMANT -> "the target conforms";
            case VIOLATIONS -> "the target did not pass the gate, see reports/latest/index.html";
            case USAGE -> "the options are wrong, see above";
            case TARGET_UNUSABLE -> "the target cannot be judged, see above";
            case SUITE_FAULT -> "the suite itself is at fault, please report it with reports/latest";
        };
    }
}
