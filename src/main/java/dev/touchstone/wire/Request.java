package dev.touchstone.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * An HTTP request as it was sent.
 *
 * @param method the HTTP method
 * @param url the full address
 * @param headers the header lines
 * @param body the body's bytes, empty for none
 */
public record Request(String method, URI url, Headers headers, byte[] body) {
    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
