package dev.touchstone.checks.parts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.wire.Json;

/** Values of a server as findings show them: short. */
public final class Shown {
    private static final int MOST = 80;

    private Shown() {}

    /** A JSON value, or {@code absent}. */
    public static String of(JsonNode value) {
        return value.isMissingNode() ? "absent" : shortened(Json.write(value));
    }

    /** A text. */
    public static String shortened(String text) {
        return text.length() > MOST ? text.substring(0, MOST) + "…" : text;
    }
}
