package dev.touchstone.report;

/**
 * Makes strings that came from a server safe to look at. What cannot be seen, or changes how its surroundings look, is
 * shown as an escape instead of being dropped, since it may be the very thing that is wrong.
 */
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

    /** The text with control, formatting and other invisible characters as escapes; line breaks and tabs stay. */
    static String text(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (visible(point)) {
                result.appendCodePoint(point);
            } else {
                result.append(point > 0xFFFF ? "\\u{%X}".formatted(point) : "\\u%04X".formatted(point));
            }
        });
        return result.toString();
    }

    /** The text on one line, shortened to a number of characters. */
    static String line(String text, int most) {
        String line = text(text).replaceAll("\\s+", " ").strip();
        int length = line.codePointCount(0, line.length());
        return length <= most ? line : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static boolean visible(int point) {
        if (point == '\n' || point == '\t') {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
                    Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
