package dev.touchstone.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept of exchanges: headers as they came, long bodies cut when there are too many of them. */
class KeepingTest {
    private static final int SHORT = 64 << 10;
    private static final int LARGE = 8 << 20;

    private final Headers headers =
            new Headers(List.of(new Header("Allow", "GET"), new Header("X", "1"), new Header("ALLOW", "POST")));

    @Test
    void headers_are_found_without_regard_to_case_and_in_order() {
        assertThat(headers.all("allow")).containsExactly("GET", "POST");
        assertThat(headers.first("allow")).contains("GET");
        assertThat(headers.first("y")).isEmpty();
        assertThat(headers).hasSize(3).first().hasToString("Allow: GET");
    }

    @Test
    void headers_are_replaced_added_and_left_out() {
        assertThat(headers.with("allow", "PUT").lines())
                .containsExactly(new Header("X", "1"), new Header("allow", "PUT"));
        assertThat(headers.and("x", "2").all("X")).containsExactly("1", "2");
        assertThat(headers.without("x").lines()).extracting(Header::name).containsExactly("Allow", "ALLOW");
    }

    @ParameterizedTest
    @CsvSource({
        "199,false,false",
        "200,true,false",
        "299,true,false",
        "300,false,false",
        "399,false,false",
        "400,false,true",
        "499,false,true",
        "500,false,false"
    })
    void statuses_succeed_or_refuse_by_their_hundreds(int status, boolean succeeded, boolean refused) {
        assertThat(exchange(1, status, 0).succeeded()).isEqualTo(succeeded);
        assertThat(exchange(1, status, 0).refused()).isEqualTo(refused);
    }

    @Test
    void an_exchange_without_an_answer_has_nothing_but_its_failure() {
        NoAnswer failure = new NoAnswer(NoAnswer.Kind.REFUSED, "", Duration.ZERO);
        Exchange exchange = new Exchange(1, "test", "", Instant.EPOCH, request(), null, failure);

        assertThat(exchange.noAnswer()).contains(failure);
        assertThat(exchange.status()).isZero();
        assertThat(exchange.header("x")).isEmpty();
        assertThat(exchange.messages()).isEmpty();
        assertThat(exchange.events().events()).isEmpty();
        assertThat(exchange.mediaType()).isEmpty();
        assertThat(exchange.inShort()).isEqualTo("GET: the connection was refused");
        assertThat(exchange.shortened(1)).isSameAs(exchange);
        assertThat(exchange(1, 200, 0).header("x")).contains("1");
    }

    @Test
    void a_shortened_response_keeps_what_came_up_to_there() {
        Response whole = exchange(1, 200, 30).response().orElseThrow();
        Response cut = whole.shortened(20);

        assertThat(cut.body()).hasSize(20);
        assertThat(cut.end()).isEqualTo(BodyEnd.TOO_LONG);
        assertThat(cut.arrivals()).extracting(Arrival::length).containsExactly(10, 20);
        assertThat(whole.shortened(40).body()).hasSize(30);
        assertThat(cut.text()).isEqualTo("x".repeat(20));
        assertThat(cut.events().events()).hasSize(1);
    }

    @Test
    void exchanges_are_numbered_kept_and_found() {
        Transcript transcript = new Transcript();
        Exchange second = exchange(2, 200, 3);

        assertThat(List.of(transcript.next(), transcript.next())).containsExactly(1, 2);
        assertThat(transcript.keep(second)).isSameAs(second);
        assertThat(transcript.keep(exchange(1, 200, 3)).number()).isEqualTo(1);
        assertThat(transcript.all()).extracting(Exchange::number).containsExactly(1, 2);
        assertThat(transcript.find(2)).contains(second);
        assertThat(transcript.find(3)).isEmpty();
        assertThat(transcript.requests()).isEqualTo(2);
    }

    @Test
    void long_bodies_beyond_the_budget_are_cut() {
        Transcript transcript = new Transcript();
        for (int number = 1; number <= 8; number++) {
            transcript.keep(exchange(number, 200, LARGE));
        }
        assertThat(kept(transcript, 8)).isEqualTo(LARGE);

        transcript.keep(exchange(9, 200, SHORT));
        transcript.keep(exchange(10, 200, SHORT + 1));
        assertThat(kept(transcript, 9)).isEqualTo(SHORT);
        assertThat(kept(transcript, 10)).isEqualTo(SHORT);
        assertThat(transcript.find(10).orElseThrow().response().orElseThrow().end())
                .isEqualTo(BodyEnd.TOO_LONG);
    }

    @Test
    void a_newer_state_of_an_exchange_counts_instead_of_the_older_one() {
        Transcript transcript = new Transcript();
        for (int state = 0; state < 20; state++) {
            transcript.keep(exchange(1, 200, LARGE));
        }

        assertThat(kept(transcript, 1)).isEqualTo(LARGE);
    }

    @Test
    void only_words_of_eight_characters_and_more_are_secrets() {
        Redaction redaction = new Redaction(Map.of("1234567", "SEVEN", "12345678", "EIGHT"));

        assertThat(redaction.text("1234567 12345678")).isEqualTo("1234567 ${EIGHT}");
        byte[] bytes = {1};
        assertThat(Redaction.NONE.bytes(bytes)).isSameAs(bytes);
    }

    @Test
    void the_longer_of_two_secrets_goes_first() {
        for (int i = 0; i < 10; i++) {
            String inner = "secret-" + i;
            Redaction redaction = new Redaction(Map.of(inner, "INNER", inner + inner, "OUTER"));

            assertThat(redaction.text(inner + inner)).isEqualTo("${OUTER}");
        }
    }

    @Test
    void a_header_line_that_carries_a_short_secret_is_replaced_as_a_whole() {
        Redaction redaction = new Redaction(Map.of(), Map.of(new Header("X-Key", "abc"), "${KEY}"));
        Headers sent =
                new Headers(List.of(new Header("x-key", "abc"), new Header("x-key", "b"), new Header("y", "abc")));

        assertThat(redaction.headers(sent).lines())
                .containsExactly(new Header("x-key", "${KEY}"), new Header("x-key", "b"), new Header("y", "abc"));
    }

    private static int kept(Transcript transcript, int number) {
        return transcript.find(number).orElseThrow().body().length;
    }

    private static Request request() {
        return new Request("GET", URI.create("http://127.0.0.1/"), Headers.NONE, new byte[0]);
    }

    private static Exchange exchange(int number, int status, int length) {
        byte[] body = new byte[length];
        Arrays.fill(body, (byte) 'x');
        List<Arrival> arrivals = List.of(
                new Arrival(10, Duration.ZERO), new Arrival(20, Duration.ZERO), new Arrival(length, Duration.ZERO));
        Response response = new Response(
                status,
                "HTTP/1.1",
                new Headers(List.of(new Header("X", "1"))),
                body,
                BodyEnd.COMPLETE,
                Duration.ZERO,
                Duration.ZERO,
                arrivals);
        return new Exchange(number, "test", "", Instant.EPOCH, request(), response, null);
    }
}
