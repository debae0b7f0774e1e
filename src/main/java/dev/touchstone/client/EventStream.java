package dev.touchstone.client;

import dev.touchstone.wire.BodyEnd;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.NoAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import okhttp3.Call;
import okhttp3.Response;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * An answer that is still coming in. The network is read by a thread of its own; whoever waits does so for what the
 * recorded bytes show.
 */
public final class EventStream implements AutoCloseable, Runnable {
    private static final int CHUNK = 8192;
    private static final Duration POLL = Duration.ofMillis(2);

    private final Call call;
    private final Recording recording;
    private final Limits limits;

    EventStream(Call call, Recording recording, Limits limits) {
        this.call = call;
        this.recording = recording;
        this.limits = limits;
    }

    /** Reads the network until the answer ends; called by the sender's thread. */
    @Override
    public void run() {
        try (Response response = call.execute()) {
            sent();
            recording.head(
                    response.code(),
                    response.protocol().toString().toUpperCase(Locale.ROOT),
                    SentHeaders.of(response.headers()));
            readBody(response.body().byteStream());
        } catch (IOException e) {
            sent();
            recording.fail(Failures.kindOf(e), String.valueOf(e.getMessage()));
            recording.end(call.isCanceled() ? BodyEnd.LEFT_OPEN : BodyEnd.CUT);
        } finally {
            recording.end(BodyEnd.CUT);
            recording.snapshot();
        }
    }

    private void sent() {
        SentHeaders sent = call.request().tag(SentHeaders.class);
        if (sent != null && !sent.headers().lines().isEmpty()) {
            recording.sent(sent.headers());
        }
    }

    private void readBody(InputStream body) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int length = body.read(chunk); length >= 0; length = body.read(chunk)) {
            recording.append(chunk, length);
            if (recording.size() > limits.bodyBytes()) {
                recording.end(BodyEnd.TOO_LONG);
                call.cancel();
                return;
            }
        }
        recording.end(BodyEnd.COMPLETE);
    }

    /** Waits for the status line and headers; false when they do not come in the time. */
    public boolean awaitHeaders(Duration time) {
        return until(time, () -> recording.hasHead() || recording.over()) && recording.hasHead();
    }

    /** Waits for something in the stream; false when it does not come before the stream ends or the time is over. */
    public boolean await(Until until, Duration time) {
        int[] seen = {-1};
        boolean[] reached = {false};
        until(time, () -> {
            boolean over = recording.over();
            if (recording.size() != seen[0] || over) {
                seen[0] = recording.size();
                reached[0] = until.reached(exchange().events());
            }
            return reached[0] || over;
        });
        return reached[0];
    }

    /** Waits for the end of the answer; false when it is still open after the time. */
    public boolean awaitEnd(Duration time) {
        return until(time, recording::over);
    }

    /** What has come so far. */
    public Exchange exchange() {
        return recording.snapshot();
    }

    /** Waits for the status line, and for the end of the answer unless it is an event stream. */
    public Exchange peek(Duration time) {
        if (!awaitHeaders(time)) {
            recording.fail(NoAnswer.Kind.TIMEOUT, "no status line");
        } else if (!exchange().isEventStream()) {
            awaitEnd(limits.answer());
        }
        return exchange();
    }

    Exchange read(Until until) {
        if (!awaitHeaders(limits.answer())) {
            recording.fail(NoAnswer.Kind.TIMEOUT, "no status line");
        } else if (exchange().isEventStream()) {
            if (await(until, limits.answer())) {
                awaitEnd(limits.settle());
            }
        } else {
            awaitEnd(limits.answer());
        }
        return exchange();
    }

    private static boolean until(Duration time, Callable<Boolean> condition) {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(time)
                    .until(condition);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    /** Leaves the answer: closes the connection if the server has not ended it. */
    @Override
    public void close() {
        call.cancel();
        recording.end(BodyEnd.LEFT_OPEN);
        recording.snapshot();
    }
}
