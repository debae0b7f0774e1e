package dev.touchstone.report;

import dev.touchstone.wire.Visible;

/** Fits strings that came from a server into files and lines. */
final class Printable {
    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /** The text with halves of surrogate pairs replaced, so that it can be written as UTF-8. */
    static String wellFormed(String text) {
        return text.codePoints()
                .map(point -> Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The text on one line, with all that a reader could not see made visible, shortened to a number of characters. */
    static String line(String text, int most) {
        String line = Visible.line(text.replaceAll("\\s+", " ").strip());
        int length = line.codePointCount(0, line.length());
        return length <= most ? line : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }
}
