package dev.touchstone.target;

import dev.touchstone.wire.Header;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.Redaction;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The headers that the user configured, sent on every request of every kind.
 *
 * @param headers the headers, such as {@code Authorization: Bearer ...} or {@code X-API-Key: ...}
 */
public record Credentials(List<Header> headers) {
    /** No headers. */
    public static final Credentials NONE = new Credentials(List.of());

    private static final Pattern LIKELY =
            Pattern.compile("auth|key|token|secret|password|cookie|credential|session|jwt");

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

    /** The headers whose name sounds like a credential, or all of them where none does; the others may name a tenant. */
    public List<Header> guarding() {
        List<Header> likely = headers.stream()
                .filter(header ->
                        LIKELY.matcher(header.name().toLowerCase(Locale.ROOT)).find())
                .toList();
        return likely.isEmpty() ? headers : likely;
    }

    /** The same headers, those that guard with wrong values of the same shape. */
    public Headers wrong() {
        List<Header> guarding = guarding();
        return new Headers(headers.stream()
                .map(header -> guarding.contains(header) ? Secret.of(header).wrong() : header)
                .toList());
    }

    /** Knows the values, so that they are replaced wherever they turn up. */
    public Redaction redaction() {
        Map<String, String> secrets = new HashMap<>();
        for (Header header : guarding()) {
            String variable = variable(header);
            Secret.of(header).forms().forEach(form -> secrets.put(form, variable));
        }
        Map<Header, String> lines = new HashMap<>();
        headers.forEach(header -> lines.put(header, Secret.of(header).shownAs("${" + variable(header) + "}")));
        return new Redaction(secrets, lines);
    }

    /** What is shown in place of the secrets wherever they turned up in an exchange; some are too short to be replaced. */
    public List<String> placeholders() {
        return guarding().stream()
                .filter(header -> Secret.of(header).forms().stream().anyMatch(Redaction::isReplaceable))
                .map(header -> "${" + variable(header) + "}")
                .distinct()
                .toList();
    }

    /** The environment variable that stands for a header's secret in scripts: {@code X_API_KEY}, {@code TOKEN}. */
    private static String variable(Header header) {
        return header.name().equalsIgnoreCase("Authorization")
                ? "TOKEN"
                : header.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
