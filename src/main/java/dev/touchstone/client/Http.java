package dev.touchstone.client;

import dev.touchstone.catalogue.Revision;
import dev.touchstone.target.Target;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Redaction;
import dev.touchstone.wire.Request;
import dev.touchstone.wire.Transcript;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * Sends requests and records what came of them. Follows no redirects, repeats nothing, speaks HTTP/1.1 and asks for no
 * compression, so that the record is what the server did.
 */
public final class Http implements AutoCloseable {
    private final OkHttpClient client;
    private final ExecutorService threads;
    private final Transcript transcript;
    private final Redaction redaction;
    private final Limits limits;
    private final Pace pace;
    private final Tls tls;
    private final String purpose;
    private final String revision;

    private Http(Http other, Limits limits, String purpose, String revision) {
        this(other, other.client, limits, purpose, revision);
    }

    private Http(Http other, OkHttpClient client, Limits limits, String purpose, String revision) {
        this.client = client;
        this.threads = other.threads;
        this.transcript = other.transcript;
        this.redaction = other.redaction;
        this.pace = other.pace;
        this.tls = other.tls;
        this.limits = limits;
        this.purpose = purpose;
        this.revision = revision;
    }

    /** Ready to talk to a target, recording into a transcript. */
    public Http(Target target, Transcript transcript, Limits limits, Tls tls) {
        this.threads = Executors.newCachedThreadPool(Http::daemon);
        this.transcript = transcript;
        this.redaction = target.redaction();
        this.limits = limits;
        this.pace = new Pace(limits.perSecond());
        this.tls = tls;
        this.purpose = "";
        this.revision = "";
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(new Dispatcher(threads))
                .connectionPool(new ConnectionPool(16, 2, TimeUnit.SECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .followSslRedirects(false)
                .addNetworkInterceptor(SentHeaders.INTERCEPTOR)
                .connectTimeout(limits.connect())
                .readTimeout(0, TimeUnit.MILLISECONDS)
                .writeTimeout(limits.answer());
        this.client = tls.apply(builder).build();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "touchstone-http");
        thread.setDaemon(true);
        return thread;
    }

    /** The same sender, recording under another purpose. */
    public Http forPurpose(String name) {
        return new Http(this, limits, name, revision);
    }

    /** The same sender, recording under a protocol revision. */
    public Http under(Revision other) {
        return new Http(this, limits, purpose, other.id());
    }

    /** The same sender on a connection of its own, that nothing was sent over before. */
    Http onNewConnection() {
        ConnectionPool none = new ConnectionPool(0, 1, TimeUnit.SECONDS);
        return new Http(this, client.newBuilder().connectionPool(none).build(), limits, purpose, revision);
    }

    /** The same sender on one connection of its own, which its requests use one after the other while the server keeps it. */
    Http onOneConnection() {
        ConnectionPool one = new ConnectionPool(1, 30, TimeUnit.SECONDS);
        return new Http(this, client.newBuilder().connectionPool(one).build(), limits, purpose, revision);
    }

    /** The same sender with other limits. */
    public Http within(Limits other) {
        return new Http(this, other, purpose, revision);
    }

    /** The limits in force. */
    public Limits limits() {
        return limits;
    }

    /** Where exchanges are recorded. */
    public Transcript transcript() {
        return transcript;
    }

    /** Sends a request and reads the answer: all of a plain body; of an event stream up to what the reader awaits. */
    public Exchange send(Request request, Until until) {
        try (EventStream stream = open(request)) {
            return stream.read(until);
        }
    }

    /** Sends a request and leaves the answer open. */
    public EventStream open(Request request) {
        Recording recording = record(request);
        EventStream stream = new EventStream(client.newCall(OkRequests.of(request, userAgent())), recording, limits);
        threads.execute(stream);
        return stream;
    }

    /** The same sender for plain exchanges, through REST Assured and into the same transcript. */
    public PlainHttp plain() {
        return new PlainHttp(this, tls);
    }

    /** Begins the record of a request as soon as the pace allows to send it. */
    Recording record(Request request) {
        pace.await();
        return new Recording(transcript.next(), purpose, revision, request, redaction, transcript);
    }

    ExecutorService threads() {
        return threads;
    }

    String userAgent() {
        return "touchstone" + (purpose.isEmpty() ? "" : " (" + purpose + ")");
    }

    /** Gives up all connections. */
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
        threads.shutdownNow();
    }
}
