package dev.touchstone.report;

import dev.touchstone.target.Target;
import dev.touchstone.wire.Arrival;
import dev.touchstone.wire.BodyEnd;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Header;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.NoAnswer;
import dev.touchstone.wire.Redaction;
import dev.touchstone.wire.Request;
import dev.touchstone.wire.Response;
import dev.touchstone.wire.Transcript;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exchanges of the sample runs, redacted the way the recording of real ones is. Each method says its number. */
final class SampleExchanges {
    private static final Instant STARTED = Instant.parse("2026-01-31T12:34:57Z");

    private final Transcript transcript = new Transcript();
    private final Target target;
    private final String canary;
    private final Redaction redaction;
    private final int json;
    private final int stream;
    private final int notFound;
    private final int noAnswer;
    private final int hostile;
    private final int binary;

    SampleExchanges(Target target, String canary) {
        this.target = target;
        this.canary = canary;
        this.redaction = target.redaction();
        String list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
        this.json = keep(
                "session.missing-id.400",
                request("POST", list),
                response(
                        200,
                        "application/json",
                        ("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[],\"_meta\":{\"you-sent\":\"" + canary
                                + "\"}}}")));
        this.stream = keep(
                "transport.sse.priming-event",
                request("POST", list),
                response(
                        200,
                        "text/event-stream",
                        ": hello\n\nid: 7\nevent: message\ndata: {\"jsonrpc\":\"2.0\",\"id\":1,\ndata: \"result\":{}}\n\ndata: cut"));
        this.notFound = keep(
                "transport.get.405-when-no-stream",
                request("GET", ""),
                response(
                        404,
                        "text/html; charset=utf-8",
                        "<!DOCTYPE html><html><body><pre>Cannot GET /mcp</pre><script>alert(1)</script></body></html>"));
        this.noAnswer = keep("lifecycle.version.counter-offer", request("POST", list), null);
        this.hostile = keep(
                "lifecycle.initialize.server-info",
                request("POST", list),
                response(
                        200,
                        "application/json",
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"serverInfo\":{\"name\":\"" + SampleRun.HOSTILE
                                + "\"}}}"));
        this.binary = keep("discovery.register.absent-survivable", request("POST", "{}"), binaryResponse());
    }

    /** A request that was answered with JSON, the canary in it. */
    int json() {
        return json;
    }

    /** A request that was answered with an event stream that breaks off. */
    int stream() {
        return stream;
    }

    /** A GET that was answered 404 with a page. */
    int notFound() {
        return notFound;
    }

    /** A request that nothing came of. */
    int noAnswer() {
        return noAnswer;
    }

    /** A request whose answer has all that can do harm in a page, a console or a file. */
    int hostile() {
        return hostile;
    }

    /** A request that was answered with bytes that are no text. */
    int binary() {
        return binary;
    }

    Transcript transcript() {
        return transcript;
    }

    private int keep(String purpose, Request request, @Nullable Response response) {
        int number = transcript.next();
        NoAnswer failure =
                response != null ? null : new NoAnswer(NoAnswer.Kind.TIMEOUT, "timeout", Duration.ofSeconds(10));
        return transcript
                .keep(new Exchange(number, purpose, "", STARTED.plusMillis(10L * number), request, response, failure))
                .number();
    }

    private Request request(String method, String body) {
        List<Header> lines = new ArrayList<>();
        lines.add(new Header("Accept", "application/json, text/event-stream"));
        lines.add(new Header("Mcp-Session-Id", "s-1"));
        target.credentials().headers().forEach(lines::add);
        if (!body.isEmpty()) {
            lines.add(new Header("Content-Type", "application/json"));
        }
        byte[] bytes = redaction.bytes(body.getBytes(StandardCharsets.UTF_8));
        return new Request(method, target.url(), redaction.headers(new Headers(lines)), bytes);
    }

    private Response response(int status, String type, String body) {
        return response(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private Response binaryResponse() {
        return response(500, "text/html", new byte[] {'<', 'p', '>', (byte) 0xFF, (byte) 0xFE, 0, 7, '\n'});
    }

    private Response response(int status, String type, byte[] body) {
        Headers headers = Headers.NONE
                .and("Content-Type", type)
                .and("X-Echo", "Bearer " + canary)
                .and("X-Odd", "\u001b[31m<b>\u202E")
                .and("x-odd", "twice")
                .and("Set-Cookie", "sid=" + canary);
        return new Response(
                status,
                "HTTP/1.1",
                redaction.headers(headers),
                redaction.bytes(body),
                BodyEnd.COMPLETE,
                Duration.ofMillis(3),
                Duration.ofMillis(9),
                List.of(
                        new Arrival(body.length / 2, Duration.ofMillis(4)),
                        new Arrival(body.length, Duration.ofMillis(9))));
    }
}
