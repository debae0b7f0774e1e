package dev.touchstone.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A conforming MCP server on the loopback address, over Streamable HTTP and over HTTP with SSE. */
public final class DemoServer implements AutoCloseable {

    private static final int BODY_LIMIT = 4 * 1024 * 1024;
    private static final String LOOPBACK = "127.0.0.1";

    static {
        // Without it every small answer on a kept connection waits for a delayed acknowledgement, some 40 ms.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final Behaviour behaviour;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool(DemoServer::daemon);
    private final Sessions sessions = new Sessions();
    private final Sessions legacySessions = new Sessions();
    private final StatelessEndpoint stateless;
    private final Router router;
    private final ReplyWriter writer;

    private DemoServer(Behaviour behaviour, HttpServer http) {
        this.behaviour = behaviour;
        this.http = http;
        this.writer = new ReplyWriter(behaviour);
        Optional<Metadata> metadata = behaviour.publishesMetadata()
                ? Optional.of(new Metadata(streamableUrl(), Router.OTHERS))
                : Optional.empty();
        this.stateless = new StatelessEndpoint(behaviour);
        this.router = new Router(
                streamableUrl().getRawPath(),
                new Guard(behaviour, metadata),
                metadata,
                new StreamableEndpoint(behaviour, sessions),
                stateless,
                new LegacyEndpoint(behaviour, legacySessions));
    }

    /** Starts a server that conforms. */
    public static DemoServer start() {
        return start(Behaviour.CONFORMING);
    }

    /** Starts a server that conforms but for what the behaviour does otherwise. */
    public static DemoServer start(Behaviour behaviour) {
        try {
            InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getByName(LOOPBACK), 0);
            DemoServer server = new DemoServer(behaviour, HttpServer.create(anyPort, 0));
            server.http.setExecutor(server.threads);
            server.http.createContext("/", server::handle);
            server.http.start();
            return server;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** The Streamable HTTP endpoint. */
    public URI streamableUrl() {
        return url(behaviour.endpoint());
    }

    /** The endpoint of the stateless revision. */
    public URI statelessUrl() {
        return url(Router.STATELESS);
    }

    /** The endpoint that serves the stateless revision and those with sessions. */
    public URI dualUrl() {
        return url(Router.DUAL);
    }

    /** The stream of the older transport, HTTP with SSE. */
    public URI sseUrl() {
        return url(LegacyEndpoint.STREAM);
    }

    /** Ends every session and stops listening. */
    @Override
    public void close() {
        sessions.endAll();
        legacySessions.endAll();
        stateless.end();
        http.stop(0);
        threads.shutdownNow();
    }

    private URI url(String path) {
        return URI.create("http://" + LOOPBACK + ":" + http.getAddress().getPort() + path);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
            boolean tooLarge = body.length > BODY_LIMIT;
            Request request = new Request(exchange, tooLarge ? new byte[0] : body, sessions);
            Reply reply = tooLarge ? tooLarge(exchange.getRequestBody()) : reply(request);
            writer.write(exchange, request, behaviour.amend(request, reply));
        }
    }

    private Reply reply(Request request) {
        return behaviour.intercept(request).orElseGet(() -> router.route(request));
    }

    /** Reads some of the rest, so that a client that is still writing gets to see the refusal. */
    private static Reply tooLarge(InputStream rest) throws IOException {
        for (int part = 0; part < 8 && rest.readNBytes(BODY_LIMIT).length == BODY_LIMIT; part++) {
            // what is too much is thrown away
        }
        return Reply.notice(413, "too_large", "bodies end at 4 MB here");
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "demo-server");
        thread.setDaemon(true);
        return thread;
    }
}
