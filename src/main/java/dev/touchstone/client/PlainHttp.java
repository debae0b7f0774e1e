package dev.touchstone.client;

import dev.touchstone.wire.BodyEnd;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.NoAnswer;
import dev.touchstone.wire.Request;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.http.impl.client.AbstractHttpClient;

/**
 * Plain HTTP exchanges through REST Assured: one request, one answer, no session and no stream. An answer that never ends
 * costs the time for an answer and no more, and the body of an event stream is not read at all.
 */
@SuppressWarnings("deprecation")
public final class PlainHttp {
    private static final int CHUNK = 8192;
    private static final byte[] NOTHING = {};

    private final Http http;
    private final Tls tls;

    PlainHttp(Http http, Tls tls) {
        this.http = http;
        this.tls = tls;
    }

    /** The same sender, recording under another purpose. */
    public PlainHttp forPurpose(String purpose) {
        return new PlainHttp(http.forPurpose(purpose), tls);
    }

    /** Starts to load REST Assured on a thread of its own, which takes a second or two and would delay the first check. */
    public static void warmUp() {
        Thread thread = new Thread(new WarmUp(), "touchstone-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    /** Sends a GET. */
    public Exchange get(URI url, Headers headers) {
        return send("GET", url, headers, NOTHING);
    }

    /** Sends a request as it is, follows no redirect, and reads the answer within the limits. */
    public Exchange send(String method, URI url, Headers headers, byte[] body) {
        Request request = new Request(method, url, headers, body);
        Recording recording = http.record(request);
        AbstractHttpClient client = OneShotClient.of(request, recording, http, tls);
        Future<?> reading = http.threads().submit(() -> exchange(request, client, recording));
        try {
            reading.get(http.limits().answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            recording.fail(NoAnswer.Kind.TIMEOUT, "no status line");
        } catch (ExecutionException e) {
            throw new IllegalStateException("REST Assured could not send " + method, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            recording.end(BodyEnd.LEFT_OPEN);
            client.getConnectionManager().shutdown();
        }
        return recording.snapshot();
    }

    private void exchange(Request request, AbstractHttpClient client, Recording recording) {
        try {
            Response response = specification(request, client).request(request.method(), request.url());
            if (!recording.snapshot().isEventStream()) {
                read(response.asInputStream(), recording);
            }
        } catch (IOException e) {
            recording.fail(Failures.kindOf(e), String.valueOf(e.getMessage()));
            recording.end(BodyEnd.CUT);
        }
    }

    /** Does not close the stream, since REST Assured would read an endless one to its end first. */
    private void read(InputStream body, Recording recording) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int length = body == null ? -1 : body.read(chunk); length >= 0; length = body.read(chunk)) {
            recording.append(chunk, length);
            if (recording.size() > http.limits().bodyBytes()) {
                recording.end(BodyEnd.TOO_LONG);
                return;
            }
        }
        recording.end(BodyEnd.COMPLETE);
    }

    static RequestSpecification specification(Request request, AbstractHttpClient client) {
        RequestSpecification specification = RestAssured.given()
                .config(RestAssuredConfig.config()
                        .httpClient(HttpClientConfig.httpClientConfig().httpClientFactory(() -> client))
                        .redirect(RedirectConfig.redirectConfig().followRedirects(false))
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders())
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .urlEncodingEnabled(false);
        if (request.body().length > 0) {
            specification.body(request.body());
            request.headers().first("Content-Type").ifPresent(specification::contentType);
        }
        return specification;
    }
}
