package dev.touchstone.target;

import dev.touchstone.wire.Header;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.Redaction;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The headers that the user configured, sent on every request of every kind.
 *
 * @param headers the headers, such as {@code Authorization: Bearer ...} or {@code X-API-Key: ...}
 */
public record Credentials(List<Header> headers) {
    /** No headers. */
    public static final Credentials NONE = new Credentials(List.of());

    /** Copies the headers. */
    public Credentials {
        headers = List.copyOf(headers);
    }

    /** Whether there is anything to send. */
    public boolean present() {
        return !headers.isEmpty();
    }

    /** The headers as lines. */
    public Headers lines() {
        return new Headers(headers);
    }

    /** The same headers with wrong values of the same shape: the scheme stays, the rest is replaced. */
    public Headers wrong() {
        return new Headers(headers.stream()
                .map(header -> new Header(header.name(), wrong(header.value())))
                .toList());
    }

    private static String wrong(String value) {
        int space = value.indexOf(' ');
        String scheme = space < 0 ? "" : value.substring(0, space + 1);
        return scheme + "touchstone-wrong-" + "0".repeat(Math.max(1, value.length() - scheme.length() - 17));
    }

    /** Knows the values, so that they are replaced wherever they turn up. */
    public Redaction redaction() {
        Map<String, String> secrets = new HashMap<>();
        for (Header header : headers) {
            int space = header.value().indexOf(' ');
            secrets.put(header.value().substring(space + 1).strip(), variable(header));
            if (space >= 0 && !header.name().equalsIgnoreCase("Authorization")) {
                secrets.put(header.value(), variable(header));
            }
        }
        return new Redaction(secrets);
    }

    /** The environment variable that stands for a header's secret in scripts: {@code X_API_KEY}, {@code TOKEN}. */
    private static String variable(Header header) {
        return header.name().equalsIgnoreCase("Authorization")
                ? "TOKEN"
                : header.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
