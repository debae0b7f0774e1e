package dev.touchstone.client;

import dev.touchstone.wire.Headers;
import dev.touchstone.wire.Request;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.http.impl.client.AbstractHttpClient;

/**
 * Sends a first request to nobody but ourselves, so that REST Assured and Groovy are loaded when a check wants them. A
 * warm-up that fails is only slow.
 */
@SuppressWarnings("deprecation")
final class WarmUp implements Runnable {
    private static final byte[] ANSWER =
            "HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final Limits BRISK = Limits.DEFAULT.answerWithin(Duration.ofSeconds(5));

    @Override
    public void run() {
        AbstractHttpClient client = OneShotClient.plain(BRISK);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answer(server), "touchstone-warm-up-answer");
            answering.setDaemon(true);
            answering.start();
            String host = server.getInetAddress().getHostAddress();
            URI url = URI.create(
                    "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.getLocalPort() + "/");
            Request request = new Request(
                    "POST", url, Headers.NONE.and("Content-Type", "application/json"), new byte[] {'{', '}'});
            try (InputStream body = PlainHttp.specification(request, client)
                    .request("POST", url)
                    .asInputStream()) {
                body.readNBytes(2);
            }
        } catch (IOException slower) {
            // The first check pays for it instead.
        } finally {
            client.getConnectionManager().shutdown();
        }
    }

    private static void answer(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.setSoTimeout((int) BRISK.answer().toMillis());
            InputStream in = socket.getInputStream();
            for (int last = in.read(); last >= 0 && last != '}'; last = in.read()) {
                continue;
            }
            socket.getOutputStream().write(ANSWER);
        } catch (IOException slower) {
            // The warm-up gives up after its time for an answer.
        }
    }
}
