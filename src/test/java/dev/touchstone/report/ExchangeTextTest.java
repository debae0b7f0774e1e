package dev.touchstone.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.verdict.RunResult;
import dev.touchstone.wire.Arrival;
import dev.touchstone.wire.BodyEnd;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.Request;
import dev.touchstone.wire.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTextTest {
    private final RunResult run = SampleRun.mixed();

    private String exchange(String verb) {
        return run.transcript().all().stream()
                .filter(exchange -> exchange.inShort().contains(verb))
                .map(ExchangeText::of)
                .findFirst()
                .orElseThrow();
    }

    private static Exchange answered(String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Request request = new Request("GET", URI.create("http://127.0.0.1/mcp"), Headers.NONE, new byte[0]);
        Response response = new Response(
                200,
                "HTTP/1.1",
                Headers.NONE.and("Content-Type", type),
                bytes,
                BodyEnd.LEFT_OPEN,
                Duration.ofMillis(2),
                Duration.ofMillis(1500),
                List.of(new Arrival(10, Duration.ofMillis(4)), new Arrival(bytes.length, Duration.ofMillis(900))));
        return new Exchange(1, "test", "", Instant.EPOCH, request, response, null);
    }

    @Test
    void both_directions_show_head_and_body() {
        assertThat(exchange("404"))
                .contains("GET http://localhost:3001/mcp\nAccept: application/json, text/event-stream")
                .contains("HTTP/1.1 404\nContent-Type: text/html; charset=utf-8")
                .contains("<pre>Cannot GET /mcp</pre>")
                .contains("complete after 0.009 s");
    }

    @Test
    void control_and_direction_characters_are_visible() {
        assertThat(exchange("404")).contains("X-Odd: [U+001B][31m<b>[U+202E]").doesNotContain("\u001b", "\u202E");
    }

    @Test
    void an_exchange_without_an_answer_says_how_long_was_waited() {
        assertThat(exchange("no answer")).contains("(no answer in time (waited 10");
    }

    @Test
    void events_stand_as_they_came_with_the_time_of_their_arrival() {
        String text =
                ExchangeText.answer(answered("text/event-stream", ":hi\r\n\r\n\r\nid:7\r\ndata: a\r\n\r\ndata: cut"));

        assertThat(text)
                .contains("[+0.004 s] :hi")
                .contains("[+0.900 s] id:7\n           data: a")
                .contains("data: cut\n           (no blank line ends this event, so clients drop it)")
                .contains("still open when reading stopped after 1.5 s");
    }

    @Test
    void a_long_body_says_how_many_bytes_are_left_out() {
        String text = ExchangeText.answer(answered("application/json", "ä".repeat(10_000)));

        assertThat(text)
                .contains("[14,000 bytes left out]")
                .doesNotContain("\uFFFD")
                .hasSizeLessThan(7_000);
    }

    @Test
    void many_events_are_shortened() {
        String text = ExchangeText.answer(answered("text/event-stream", "data: 0123456789\n\n".repeat(1000)));

        assertThat(text).contains("events, ").contains("bytes left out]").hasSizeLessThan(20_000);
    }
}
