package dev.touchstone.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** Values and texts of a server as findings show them: short, in one line, with nothing in them that hides. */
public final class Shown {
    private static final int MOST = 120;

    private Shown() {}

    /** A JSON value, or {@code absent}. */
    public static String of(JsonNode value) {
        return value.isMissingNode() ? "absent" : text(Json.write(value));
    }

    /** A text. */
    public static String text(String text) {
        boolean whole = text.codePointCount(0, text.length()) <= MOST;
        return whole ? Visible.line(text) : Visible.line(text.substring(0, text.offsetByCodePoints(0, MOST))) + "…";
    }

    /** A text in quotation marks. */
    public static String quoted(String text) {
        return '"' + text(text) + '"';
    }
}
