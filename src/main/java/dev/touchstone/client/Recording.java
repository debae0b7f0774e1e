package dev.touchstone.client;

import dev.touchstone.wire.Arrival;
import dev.touchstone.wire.BodyEnd;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.NoAnswer;
import dev.touchstone.wire.Redaction;
import dev.touchstone.wire.Request;
import dev.touchstone.wire.Response;
import dev.touchstone.wire.Transcript;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An exchange in the making: written by the thread that reads the network, read by the one that waits. */
final class Recording {
    private final int number;
    private final String purpose;
    private final String revision;
    private final Instant started = Instant.now();
    private final long startedNanos = System.nanoTime();
    private final Redaction redaction;
    private final Transcript transcript;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final List<Arrival> arrivals = new ArrayList<>();
    private Request request;
    private @Nullable Head head;
    private @Nullable NoAnswer failure;
    private @Nullable BodyEnd end;
    private Duration ended = Duration.ZERO;

    private record Head(int status, String protocol, Headers headers, Duration after) {}

    Recording(
            int number, String purpose, String revision, Request request, Redaction redaction, Transcript transcript) {
        this.number = number;
        this.purpose = purpose;
        this.revision = revision;
        this.redaction = redaction;
        this.transcript = transcript;
        this.request = redacted(request, request.headers());
        snapshot();
    }

    synchronized void sent(Headers headers) {
        request = redacted(request, headers);
    }

    private Request redacted(Request sent, Headers headers) {
        return new Request(
                sent.method(), redaction.url(sent.url()), redaction.headers(headers), redaction.bytes(sent.body()));
    }

    synchronized void head(int status, String protocol, Headers headers) {
        head = new Head(status, protocol, redaction.headers(headers), age());
    }

    synchronized void append(byte[] bytes, int length) {
        body.write(bytes, 0, length);
        arrivals.add(new Arrival(body.size(), age()));
    }

    synchronized void end(BodyEnd how) {
        if (end == null) {
            end = how;
            ended = age();
        }
    }

    synchronized void fail(NoAnswer.Kind kind, String detail) {
        if (head == null && failure == null) {
            failure = new NoAnswer(kind, redaction.text(detail), age());
        }
    }

    synchronized int size() {
        return body.size();
    }

    synchronized boolean hasHead() {
        return head != null;
    }

    synchronized boolean over() {
        return failure != null || end != null;
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** The state so far; the newest one is always in the transcript. */
    synchronized Exchange snapshot() {
        return transcript.keep(new Exchange(number, purpose, revision, started, request, response(), failure));
    }

    private @Nullable Response response() {
        if (head == null) {
            return null;
        }
        BodyEnd how = end == null ? BodyEnd.LEFT_OPEN : end;
        Duration after = end == null ? age() : ended;
        byte[] bytes = redaction.bytes(body.toByteArray());
        return new Response(head.status, head.protocol, head.headers, bytes, how, head.after, after, arrivals);
    }
}
