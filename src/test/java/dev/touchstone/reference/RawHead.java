package dev.touchstone.reference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;

/** What a server answers, byte for byte, to a GET outside of any session. */
final class RawHead {

  private RawHead() {}

  static String of(URI url, String... headerLines) {
    String request =
        "GET " + url.getRawPath() + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\nConnection: close\r\n"
            + String.join("\r\n", headerLines) + (headerLines.length == 0 ? "\r\n" : "\r\n\r\n");
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(5000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
