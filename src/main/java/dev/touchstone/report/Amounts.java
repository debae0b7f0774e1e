package dev.touchstone.report;

import java.time.Duration;
import java.util.Locale;

/** Writes amounts the same way in every report, whatever the machine's language. */
public final class Amounts {
    private static final double MILLIS = 1000.0;

    private Amounts() {}

    /** A time in seconds: {@code 0.004 s}, {@code 12.3 s}. */
    public static String seconds(Duration time) {
        double seconds = time.toMillis() / MILLIS;
        return String.format(Locale.ROOT, seconds < 1 ? "%.3f s" : "%.1f s", seconds);
    }

    /** A number with its noun: {@code 1 byte}, {@code 12,345 bytes}. */
    public static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
