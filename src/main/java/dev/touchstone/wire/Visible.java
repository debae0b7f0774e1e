package dev.touchstone.wire;

/**
 * Makes visible what a string could hide or do: control characters, escape sequences, characters that turn the direction
 * of text, and halves of surrogate pairs. Each stands as {@code [U+001B]} afterwards. Whatever came from a server goes
 * through here before a person sees it.
 */
public final class Visible {
    private static final int TAGS_FROM = 0xE0000;
    private static final int TAGS_TO = 0xE007F;

    private Visible() {}

    /** The text with its line breaks and tabs. */
    public static String text(String raw) {
        return shown(raw.replace("\r\n", "\n"), true);
    }

    /** The text in one line. */
    public static String line(String raw) {
        return shown(raw, false);
    }

    private static String shown(String raw, boolean breaks) {
        StringBuilder result = new StringBuilder(raw.length());
        raw.codePoints().forEach(point -> {
            if (harmless(point, breaks)) {
                result.appendCodePoint(point);
            } else {
                result.append("[U+%04X]".formatted(point));
            }
        });
        return result.toString();
    }

    private static boolean harmless(int point, boolean breaks) {
        if (point == '\n' || point == '\t') {
            return breaks;
        }
        return !Character.isISOControl(point) && !isHalf(point) && !isDirection(point) && !isInvisible(point);
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static boolean isDirection(int point) {
        return (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || point == 0x200E
                || point == 0x200F
                || point == 0x061C;
    }

    private static boolean isInvisible(int point) {
        return point == 0x200B
                || point == 0x2028
                || point == 0x2029
                || point == 0x2060
                || point == 0xFEFF
                || (point >= TAGS_FROM && point <= TAGS_TO);
    }
}
