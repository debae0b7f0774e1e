package dev.touchstone.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Just enough of a client to see whether a reference server does what it is meant to. */
record TestClient(URI url, String... headers) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private static final Duration PATIENCE = Duration.ofMillis(1500);

    static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}";
    static final String TOOLS = "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/list\"}";
    static final String INITIALIZED = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";

    static String initialize(String revision) {
        return ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"%s\","
                        + "\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}")
                .formatted(revision);
    }

    static JsonNode json(HttpResponse<String> response) {
        return Behaviours.parse(lastData(response.body()));
    }

    /** The same client with more headers. */
    TestClient with(String... more) {
        String[] all = Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return new TestClient(url, all);
    }

    /** Initializes, and gives back a client within the session. */
    TestClient open(String revision) {
        HttpResponse<String> response = post(initialize(revision));
        Optional<String> id = response.headers().firstValue("Mcp-Session-Id");
        TestClient session = id.map(value -> with("Mcp-Session-Id", value)).orElse(this);
        TestClient versioned =
                revision.compareTo("2025-06-18") < 0 ? session : session.with("MCP-Protocol-Version", revision);
        versioned.post(INITIALIZED);
        return versioned;
    }

    HttpResponse<String> post(String body) {
        return send("POST", body);
    }

    HttpResponse<String> send(String method, String body) {
        HttpRequest request =
                request().method(method, BodyPublishers.ofString(body)).build();
        try {
            return HTTP.sendAsync(request, BodyHandlers.ofString()).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new UncheckedIOException(new HttpTimeoutException("no complete answer"));
        } catch (ExecutionException failed) {
            throw new UncheckedIOException(new IOException(failed.getCause()));
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    /** Opens a stream; returns once the head is there. */
    HttpResponse<InputStream> listen() {
        try {
            return HTTP.send(request().GET().build(), BodyHandlers.ofInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    private HttpRequest.Builder request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(PATIENCE);
        request.header("Accept", "application/json, text/event-stream").header("Content-Type", "application/json");
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static String lastData(String body) {
        int at = body.lastIndexOf("data: {");
        return at < 0 ? body : body.substring(at + 6);
    }
}
