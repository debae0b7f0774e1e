package dev.touchstone.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.target.Credentials;
import dev.touchstone.target.Target;
import dev.touchstone.wire.BodyEnd;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Header;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.NoAnswer;
import dev.touchstone.wire.Response;
import dev.touchstone.wire.Transcript;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlainHttpTest {
    private static final Limits BRISK =
            new Limits(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofMillis(100), 100_000, 0);
    private static final Credentials CANARY =
            new Credentials(List.of(new Header("Authorization", "Bearer canary-4711-canary")));

    private final Transcript transcript = new Transcript();
    private CannedServer server = CannedServer.answering("HTTP/1.1 204 No Content\r\n\r\n");

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void records_status_header_lines_in_order_and_body_bytes() {
        Exchange answer = get("HTTP/1.1 404 Not Found\r\nX-b: 1\r\nx-A: 2\r\nX-b: 3\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
        assertThat(response(answer).headers().lines())
                .extracting(Header::toString)
                .containsExactly("X-b: 1", "x-A: 2", "X-b: 3", "Content-Length: 2");
        assertThat(response(answer).end()).isEqualTo(BodyEnd.COMPLETE);
        assertThat(transcript.all()).containsExactly(answer);
    }

    @Test
    void sends_the_header_lines_it_was_given_and_none_of_its_library() throws Exception {
        byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        Headers headers = Headers.NONE.and("X-One", "a").and("x-one", "b").and("Content-Type", "application/json");
        Exchange answer =
                start("HTTP/1.1 204 No Content\r\n\r\n").send("POST", server.url("/a%2Fb/?q=%20"), headers, body);

        assertThat(server.received())
                .startsWith("POST /a%2Fb/?q=%20 HTTP/1.1\r\nHost: 127.0.0.1:")
                .contains("\r\nX-One: a\r\nx-one: b\r\nContent-Type: application/json\r\nUser-Agent: touchstone\r\n")
                .endsWith("\r\nAccept-Encoding: identity\r\nConnection: close\r\nContent-Length: 7\r\n\r\n{\"a\":1}");
        assertThat(answer.request().headers().first("Content-Length")).contains("7");
    }

    @Test
    void follows_no_redirect_and_answers_no_challenge() {
        assertThat(get("HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n")
                        .status())
                .isEqualTo(302);
        assertThat(get("HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n")
                        .status())
                .isEqualTo(401);
        assertThat(transcript.requests()).isEqualTo(2);
    }

    @Test
    void does_not_read_the_body_of_an_event_stream() {
        Exchange answer =
                get("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n: hello\n\n", CannedServer.Then.STAY);

        assertThat(answer.isEventStream()).isTrue();
        assertThat(answer.body()).isEmpty();
        assertThat(response(answer).end()).isEqualTo(BodyEnd.LEFT_OPEN);
        assertThat(response(answer).endedAfter()).isLessThan(Duration.ofMillis(1500));
    }

    @Test
    void leaves_an_endless_body_at_the_end_of_its_time() {
        Exchange answer = get("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n", CannedServer.Then.DRIP);

        assertThat(response(answer).end()).isEqualTo(BodyEnd.LEFT_OPEN);
        assertThat(answer.body()).isNotEmpty();
        assertThat(response(answer).endedAfter()).isBetween(Duration.ofMillis(1500), Duration.ofMillis(3500));
    }

    @Test
    void leaves_a_huge_body_at_its_limit() {
        Exchange answer = get("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n", CannedServer.Then.FLOOD);

        assertThat(response(answer).end()).isEqualTo(BodyEnd.TOO_LONG);
        assertThat(answer.body()).hasSizeBetween(100_000, 120_000);
    }

    @Test
    void tells_the_kinds_of_failure_apart() throws IOException {
        assertThat(get("", CannedServer.Then.STAY).noAnswer())
                .map(NoAnswer::kind)
                .contains(NoAnswer.Kind.TIMEOUT);
        assertThat(get("").noAnswer()).map(NoAnswer::kind).contains(NoAnswer.Kind.CLOSED);
        assertThat(get("SSH-2.0-OpenSSH_9\r\n").noAnswer()).map(NoAnswer::kind).contains(NoAnswer.Kind.NOT_HTTP);
        PlainHttp http = start("");
        server.close();
        assertThat(http.get(server.url("/"), Headers.NONE).noAnswer())
                .map(NoAnswer::kind)
                .contains(NoAnswer.Kind.REFUSED);
        assertThat(http.get(URI.create("http://no-such-host.invalid/"), Headers.NONE)
                        .noAnswer())
                .map(NoAnswer::kind)
                .contains(NoAnswer.Kind.UNKNOWN_HOST);
        assertThat(http.get(URI.create("https://" + "no-such-host.invalid/"), Headers.NONE)
                        .noAnswer())
                .isPresent();
    }

    @Test
    void keeps_no_secret_of_either_side() {
        PlainHttp http =
                start("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nX-Echo: canary-4711-canary\r\n\r\n\"canary-4711-canary\"");
        Exchange answer = http.get(server.url("/?t=canary-4711-canary"), CANARY.lines());

        assertThat(server.received()).contains("Authorization: Bearer canary-4711-canary");
        assertThat(answer.toString()).doesNotContain("canary");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("\"${TOKEN}\"");
    }

    @Test
    void reads_an_empty_answer() {
        assertThat(response(get("HTTP/1.1 204 No Content\r\n\r\n")).end()).isEqualTo(BodyEnd.COMPLETE);
    }

    private static Response response(Exchange exchange) {
        return exchange.response().orElseThrow(() -> new AssertionError(exchange.inShort()));
    }

    private Exchange get(String answer) {
        return get(answer, CannedServer.Then.CLOSE);
    }

    private Exchange get(String answer, CannedServer.Then then) {
        server = CannedServer.answering(answer, then);
        return new Http(new Target(server.url("/"), CANARY), transcript, BRISK, Tls.standard())
                .plain()
                .get(server.url("/x"), Headers.NONE);
    }

    private PlainHttp start(String answer) {
        server = CannedServer.answering(answer);
        return new Http(new Target(server.url("/"), CANARY), transcript, BRISK, Tls.standard()).plain();
    }
}
