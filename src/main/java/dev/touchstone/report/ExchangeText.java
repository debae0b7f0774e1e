package dev.touchstone.report;

import dev.touchstone.wire.Arrival;
import dev.touchstone.wire.BodyEnd;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.NoAnswer;
import dev.touchstone.wire.Response;
import dev.touchstone.wire.SseEvent;
import dev.touchstone.wire.Visible;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * An exchange as a person reads it: HTTP head and body in both directions, events as they came with the time of their
 * arrival. Control characters are visible, long bodies shortened with the number of bytes left out.
 */
public final class ExchangeText {
    private static final int KEPT = 6_000;
    private static final int INDENT = "[+0.000 s] ".length();

    private ExchangeText() {}

    /** Both directions. */
    public static String of(Exchange exchange) {
        return title(exchange) + "\n\n" + request(exchange) + "\n\n" + answer(exchange) + "\n";
    }

    /** Number, purpose and result in a line. */
    public static String title(Exchange exchange) {
        String purpose = exchange.purpose().isEmpty() ? "" : " (" + exchange.purpose() + ")";
        return Visible.line("Exchange " + exchange.number() + purpose + ": " + exchange.inShort());
    }

    /** What was sent. */
    public static String request(Exchange exchange) {
        String line = exchange.request().method() + " " + exchange.request().url();
        String body = body(exchange.request().body());
        return Visible.line(line) + head(exchange.request().headers()) + (body.isEmpty() ? "" : "\n\n" + body);
    }

    /** What came back, or why nothing did. */
    public static String answer(Exchange exchange) {
        return exchange.response()
                .map(ExchangeText::response)
                .orElseGet(() -> exchange.noAnswer().map(ExchangeText::failure).orElse("(nothing came yet)"));
    }

    private static String failure(NoAnswer failure) {
        String detail = failure.detail().isBlank() ? "" : "\n" + failure.detail();
        return Visible.text("(" + failure + ")" + detail);
    }

    private static String response(Response response) {
        String body = response.isEventStream() ? events(response) : body(response.body());
        return response.protocol() + " " + response.status() + head(response.headers())
                + (body.isEmpty() ? "" : "\n\n" + body)
                + "\n\n" + ending(response);
    }

    private static String head(Headers headers) {
        StringBuilder lines = new StringBuilder();
        headers.forEach(line -> lines.append('\n').append(Visible.line(line.toString())));
        return lines.toString();
    }

    private static String body(byte[] bytes) {
        if (bytes.length <= KEPT) {
            return text(bytes, 0, bytes.length);
        }
        int cut = KEPT;
        while (cut > 0 && (bytes[cut] & 0xC0) == 0x80) {
            cut--;
        }
        return text(bytes, 0, cut) + "\n[" + Amounts.count(bytes.length - cut, "byte") + " left out]";
    }

    private static String text(byte[] bytes, int from, int to) {
        String text = new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.UTF_8);
        return Visible.text(text).stripTrailing();
    }

    /** The blocks are cut from the bytes, so that spaces, comments and unusual fields stay as they came. */
    private static String events(Response response) {
        StringBuilder result = new StringBuilder();
        int from = 0;
        List<SseEvent> events = response.events().events();
        for (int i = 0; i < events.size(); i++) {
            SseEvent event = events.get(i);
            if (from > KEPT) {
                result.append('[')
                        .append(Amounts.count(events.size() - i, "event"))
                        .append(", ")
                        .append(Amounts.count(response.body().length - from, "byte"))
                        .append(" left out]");
                break;
            }
            String open = event.complete() ? "" : "\n(no blank line ends this event, so clients drop it)";
            String block = block(Arrays.copyOfRange(response.body(), from, event.end())) + open;
            result.append(stamp(response, event))
                    .append(block.replace("\n", "\n" + " ".repeat(INDENT)))
                    .append("\n\n");
            from = event.end();
        }
        return result.toString().stripTrailing();
    }

    private static String stamp(Response response, SseEvent event) {
        Duration after = response.arrivals().stream()
                .filter(arrival -> arrival.length() >= event.end())
                .map(Arrival::after)
                .findFirst()
                .orElse(response.endedAfter());
        String stamp = "[+" + Amounts.seconds(after) + "]";
        return stamp + " ".repeat(Math.max(1, INDENT - stamp.length()));
    }

    private static String block(byte[] bytes) {
        String lines = new String(bytes, StandardCharsets.UTF_8)
                .replaceAll("\r\n?", "\n")
                .strip();
        return body(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static String ending(Response response) {
        String size =
                response.body().length == 0 ? "no body" : Amounts.count(response.body().length, "byte") + " of body";
        String after = " after " + Amounts.seconds(response.endedAfter());
        BodyEnd end = response.end();
        return "(head after " + Amounts.seconds(response.headersAfter()) + ", " + size + ", "
                + switch (end) {
                    case COMPLETE -> "complete" + after;
                    case LEFT_OPEN -> "still open when reading stopped" + after;
                    case CUT -> "the connection broke before its end" + after;
                    case TOO_LONG -> "longer than what is kept, reading stopped" + after;
                }
                + ")";
    }
}
