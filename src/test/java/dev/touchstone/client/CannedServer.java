package dev.touchstone.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Takes one request and writes what it was told, byte for byte. */
final class CannedServer implements AutoCloseable {
    /** What follows the canned answer. */
    enum Then {
        CLOSE,
        STAY,
        DRIP,
        FLOOD
    }

    private final ServerSocket listener;
    private final String answer;
    private final Then then;
    private final CompletableFuture<String> received = new CompletableFuture<>();

    private CannedServer(ServerSocket listener, String answer, Then then) {
        this.listener = listener;
        this.answer = answer;
        this.then = then;
    }

    static CannedServer answering(String answer) {
        return answering(answer, Then.CLOSE);
    }

    static CannedServer answering(String answer, Then then) {
        try {
            ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
            CannedServer server = new CannedServer(listener, answer, then);
            Thread thread = new Thread(server::serve, "canned-server");
            thread.setDaemon(true);
            thread.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + path);
    }

    String received() {
        return received.orTimeout(5, TimeUnit.SECONDS).join();
    }

    private void serve() {
        try (Socket socket = listener.accept()) {
            received.complete(request(socket.getInputStream()));
            OutputStream out = socket.getOutputStream();
            out.write(answer.getBytes(StandardCharsets.UTF_8));
            out.flush();
            switch (then) {
                case STAY -> socket.getInputStream().read();
                case DRIP -> keepWriting(out, 1, 20);
                case FLOOD -> keepWriting(out, 8192, 0);
                default -> out.close();
            }
        } catch (IOException | InterruptedException gone) {
            received.complete("");
        }
    }

    private static void keepWriting(OutputStream out, int bytes, int pause) throws IOException, InterruptedException {
        while (true) {
            out.write(new byte[bytes]);
            TimeUnit.MILLISECONDS.sleep(pause);
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        int missing = 0;
        while (missing > 0 || !text.toString().contains("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            text.append((char) next);
            if (text.toString().endsWith("\r\n\r\n")) {
                var length = java.util.regex.Pattern.compile("Content-Length: (\\d+)")
                        .matcher(text);
                missing = length.find() ? Integer.parseInt(length.group(1)) + 1 : 1;
            }
            missing--;
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
