package dev.touchstone.reference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * A TCP relay that rewrites the head lines of HTTP messages, since the JDK's server normalises the names of headers.
 *
 * <p>One request a connection: the relay asks both sides to close, so that it need not know where bodies end.
 */
final class HeadRewriter implements AutoCloseable {

    private final ServerSocket listener;
    private final int targetPort;
    private final UnaryOperator<String> requestLine;
    private final UnaryOperator<String> responseLine;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "head-rewriter");
        thread.setDaemon(true);
        return thread;
    });

    private HeadRewriter(
            ServerSocket listener,
            int targetPort,
            UnaryOperator<String> requestLine,
            UnaryOperator<String> responseLine) {
        this.listener = listener;
        this.targetPort = targetPort;
        this.requestLine = requestLine;
        this.responseLine = responseLine;
    }

    static HeadRewriter start(int targetPort, UnaryOperator<String> requestLine, UnaryOperator<String> responseLine) {
        try {
            ServerSocket listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            HeadRewriter relay = new HeadRewriter(listener, targetPort, requestLine, responseLine);
            relay.threads.execute(relay::listen);
            return relay;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** The same address at the relay. */
    URI moved(URI url) {
        return URI.create(url.toString().replace(":" + targetPort, ":" + listener.getLocalPort()));
    }

    @Override
    public void close() {
        quietly(listener);
        sockets.forEach(HeadRewriter::quietly);
        threads.shutdownNow();
    }

    private void listen() {
        try {
            while (!listener.isClosed()) {
                Socket client = track(listener.accept());
                Socket server = track(new Socket("127.0.0.1", targetPort));
                threads.execute(() -> pump(client, server, requestLine));
                threads.execute(() -> pump(server, client, responseLine));
            }
        } catch (IOException closed) {
            close();
        }
    }

    private Socket track(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        return socket;
    }

    /** When the server has said all it closes both ends; a client that leaves is followed at once. */
    private void pump(Socket from, Socket to, UnaryOperator<String> rewrite) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            out.write(head(in, rewrite));
            out.flush();
            in.transferTo(out);
        } catch (IOException gone) {
            // The other side is told by the close below.
        }
        quietly(from);
        quietly(to);
        sockets.remove(from);
        sockets.remove(to);
    }

    private static byte[] head(InputStream in, UnaryOperator<String> rewrite) throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (!line.regionMatches(true, 0, "Connection:", 0, 11)) {
                head.append(rewrite.apply(line)).append("\r\n");
            }
        }
        return head.append("Connection: close\r\n\r\n").toString().getBytes(ISO_8859_1);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the head ends early");
            }
            line.write(b);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    private static void quietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception closing) {
            // Nothing is left to do for it.
        }
    }
}
