package dev.touchstone.checks.parts;

import java.util.regex.Pattern;

/** Tells stack traces of common languages from other text. */
public final class StackTraces {

    /** Those of Java and C#, of JavaScript, of Python, of Go and of Rust. */
    private static final Pattern TRACE = Pattern.compile("\\bat [\\w.$<>]{1,200}\\([\\w.]{1,100}(:\\d{1,6})?\\)"
            + "|\\bat .{1,200}:\\d{1,6}:\\d{1,6}\\b|Traceback \\(most recent call last\\)|goroutine \\d{1,6} \\["
            + "|stack backtrace:");

    private StackTraces() {}

    /** Whether a text holds one. */
    public static boolean in(String text) {
        return TRACE.matcher(text).find();
    }
}
