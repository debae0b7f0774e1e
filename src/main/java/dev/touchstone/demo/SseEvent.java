package dev.touchstone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** One event of a stream, field by field; a field that is null is not written. */
public record SseEvent(
        @Nullable String event,
        @Nullable String id,
        @Nullable String data,
        @Nullable String comment,
        @Nullable Integer retry) {

    /** An event of the default type that carries one JSON text. */
    public static SseEvent message(JsonNode json) {
        return data(json.toString());
    }

    /** An event of the default type. */
    public static SseEvent data(String data) {
        return new SseEvent(null, null, data, null, null);
    }

    /** A comment line, which clients skip. */
    public static SseEvent comment(String text) {
        return new SseEvent(null, null, null, text, null);
    }

    /** A retry field on its own. */
    public static SseEvent retry(int milliseconds) {
        return new SseEvent(null, null, null, null, milliseconds);
    }

    /** The same event under another id. */
    public SseEvent withId(@Nullable String other) {
        return new SseEvent(event, other, data, comment, retry);
    }

    /** The same event of another type. */
    public SseEvent ofType(@Nullable String other) {
        return new SseEvent(other, id, data, comment, retry);
    }

    /** The same event with other data. */
    public SseEvent withData(@Nullable String other) {
        return new SseEvent(event, id, other, comment, retry);
    }

    /** The text of the event, the blank line at its end included. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "", comment);
        line(text, "event", event);
        line(text, "id", id);
        line(text, "retry", retry);
        if (data != null) {
            data.lines().forEach(part -> line(text, "data", part));
            if (data.isEmpty()) {
                text.append("data:\n");
            }
        }
        return text.append('\n').toString();
    }

    /** The bytes of the event as they go on the wire. */
    public byte[] encoded() {
        return text().getBytes(UTF_8);
    }

    private static void line(StringBuilder text, String field, @Nullable Object value) {
        if (value != null) {
            text.append(field).append(": ").append(value).append('\n');
        }
    }
}
