package dev.touchstone.reference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;

/** One connection whose bytes are seen as they come. */
final class RawHead implements AutoCloseable {

    private static final int FIRST_BYTE_MILLIS = 1000;
    private static final int QUIET_MILLIS = 80;
    private static final long DEADLINE_NANOS = 240_000_000L;

    private final Socket socket;

    private RawHead(Socket socket) {
        this.socket = socket;
    }

    /** Everything a server answers to a GET outside of any session. */
    static String of(URI url) {
        try (RawHead raw = send(url, "GET", "", "Connection: close")) {
            return raw.arriving();
        }
    }

    static RawHead send(URI url, String method, String body, String... headerLines) {
        StringBuilder head = new StringBuilder(method + " " + url.getRawPath());
        head.append(url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
        head.append(" HTTP/1.1\r\nHost: ").append(url.getAuthority()).append("\r\n");
        for (String line : headerLines) {
            head.append(line).append("\r\n");
        }
        head.append("Content-Length: ")
                .append(body.getBytes(UTF_8).length)
                .append("\r\n\r\n")
                .append(body);
        try {
            RawHead raw = new RawHead(new Socket(url.getHost(), url.getPort()));
            raw.socket.setSoTimeout(FIRST_BYTE_MILLIS);
            raw.socket.getOutputStream().write(head.toString().getBytes(UTF_8));
            return raw;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What comes until the server falls silent or closes, or for a moment if it does neither. */
    String arriving() {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            int n = socket.getInputStream().read(buffer);
            socket.setSoTimeout(QUIET_MILLIS);
            long deadline = System.nanoTime() + DEADLINE_NANOS;
            while (n >= 0 && System.nanoTime() < deadline) {
                text.append(new String(buffer, 0, n, ISO_8859_1));
                n = socket.getInputStream().read(buffer);
            }
            return text.append(n < 0 ? "<end>" : "").toString();
        } catch (SocketTimeoutException quiet) {
            return text.toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
