package dev.touchstone.checks;

import dev.touchstone.wire.BodyEnd;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Header;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.NoAnswer;
import dev.touchstone.wire.Request;
import dev.touchstone.wire.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Exchanges made by hand, for tests of what checks make of them. */
public final class Answers {
    private Answers() {}

    /** An answer with a body that the server has ended. */
    public static Exchange answered(String method, int status, String type, String body) {
        return answered(method, status, type, body, BodyEnd.COMPLETE);
    }

    /** An answer whose body ended in a certain way. */
    public static Exchange answered(String method, int status, String type, String body, BodyEnd end) {
        Headers headers = type.isEmpty() ? Headers.NONE : new Headers(List.of(new Header("Content-Type", type)));
        Response response = new Response(
                status,
                "HTTP/1.1",
                headers,
                body.getBytes(StandardCharsets.UTF_8),
                end,
                Duration.ZERO,
                Duration.ZERO,
                List.of());
        return new Exchange(1, "test", "", Instant.EPOCH, request(method), response, null);
    }

    /** No answer, for a reason. */
    public static Exchange unanswered(String method, NoAnswer.Kind kind) {
        NoAnswer failure = new NoAnswer(kind, "", Duration.ofSeconds(1));
        return new Exchange(1, "test", "", Instant.EPOCH, request(method), null, failure);
    }

    /** An exchange of which neither an answer nor a failure is known yet. */
    public static Exchange open(String method) {
        return new Exchange(1, "test", "", Instant.EPOCH, request(method), null, null);
    }

    private static Request request(String method) {
        byte[] body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}".getBytes(StandardCharsets.UTF_8);
        return new Request(method, URI.create("http://127.0.0.1/mcp"), Headers.NONE, body);
    }
}
