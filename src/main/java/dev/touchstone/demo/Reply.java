package dev.touchstone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An HTTP reply before it is written, so that it can still be looked at and changed. */
public record Reply(int status, Map<String, String> headers, Body body) {

    public static final String JSON = "application/json";
    public static final String EVENTS = "text/event-stream";

    private static final String CONTENT_TYPE = "Content-Type";

    public Reply {
        TreeMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = Collections.unmodifiableMap(copy);
    }

    /** A reply that is all head. */
    public static Reply empty(int status) {
        return new Reply(status, Map.of(), new Body.Fixed(new byte[0]));
    }

    /** A reply with a body of the given media type. */
    public static Reply text(int status, String type, String text) {
        return new Reply(status, Map.of(CONTENT_TYPE, type), new Body.Fixed(text.getBytes(UTF_8)));
    }

    /** A JSON reply. */
    public static Reply json(int status, JsonNode json) {
        return text(status, JSON, json.toString());
    }

    /** An event stream that ends after the given events. */
    public static Reply events(List<SseEvent> events) {
        return stream(events, Channel.closed());
    }

    /** An event stream that stays open as long as the channel does. */
    public static Reply stream(List<SseEvent> events, Channel rest) {
        Map<String, String> headers = Map.of(CONTENT_TYPE, EVENTS, "Cache-Control", "no-cache");
        return new Reply(200, headers, new Body.Stream(events, rest));
    }

    /** A refusal of the HTTP method, with the methods that would have been taken. */
    public static Reply methodNotAllowed(String allowed) {
        return notice(405, "method_not_allowed", "only " + allowed).with("Allow", allowed);
    }

    /** A JSON error in the form OAuth clients can read as well. */
    public static Reply notice(int status, String error, String description) {
        return text(status, JSON, "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}");
    }

    /** The same reply with a header set. */
    public Reply with(String name, String value) {
        TreeMap<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(headers);
        changed.put(name, value);
        return new Reply(status, changed, body);
    }

    /** The same reply without a header. */
    public Reply without(String name) {
        TreeMap<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(headers);
        changed.remove(name);
        return new Reply(status, changed, body);
    }

    /** The same reply under another status. */
    public Reply withStatus(int other) {
        return new Reply(other, headers, body);
    }

    /** The same head before another body. */
    public Reply withBody(Body other) {
        return new Reply(status, headers, other);
    }
}
