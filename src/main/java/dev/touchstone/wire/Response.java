package dev.touchstone.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An HTTP response as it came.
 *
 * @param status the status code
 * @param protocol {@code HTTP/1.1} and the like
 * @param headers the header lines in order
 * @param body the bytes of the body that were read
 * @param end how the reading of the body ended
 * @param headersAfter time from sending the request to the headers
 * @param endedAfter time from sending the request to the end of reading
 * @param arrivals when the pieces of the body came
 */
public record Response(
        int status,
        String protocol,
        Headers headers,
        byte[] body,
        BodyEnd end,
        Duration headersAfter,
        Duration endedAfter,
        List<Arrival> arrivals) {

    /** Copies the arrivals. */
    public Response {
        arrivals = List.copyOf(arrivals);
    }

    /** The media type without parameters in lower case, empty when there is none. */
    public String mediaType() {
        Optional<String> value = headers.first("Content-Type");
        return value.map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** Whether it is an event stream. */
    public boolean isEventStream() {
        return mediaType().equals("text/event-stream");
    }

    /** The same response with its body cut to a length. */
    Response shortened(int length) {
        byte[] head = Arrays.copyOf(body, Math.min(length, body.length));
        List<Arrival> kept = arrivals.stream()
                .filter(arrival -> arrival.length() <= head.length)
                .toList();
        return new Response(status, protocol, headers, head, BodyEnd.TOO_LONG, headersAfter, endedAfter, kept);
    }

    /** The body as text, malformed bytes replaced. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The events of the body, whatever its media type. */
    public SseStream events() {
        return SseReader.read(body);
    }
}
