package dev.touchstone.wire;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Replaces secrets before anything is kept, so that no output can contain one. A secret is also found in its
 * percent-encoded and JSON-escaped forms. Verdicts are taken from what is kept, so nothing but secrets may be replaced.
 */
public final class Redaction {
    /** Replaces nothing. */
    public static final Redaction NONE = new Redaction(Map.of());

    /** Shorter ones are everyday words as a rule, and replacing those would falsify what the server said. */
    private static final int SHORTEST = 8;

    private static final List<String> SENSITIVE = List.of("Set-Cookie", "Cookie");

    private final Map<String, String> replacements = new LinkedHashMap<>();
    private final Map<Header, String> lines;

    /**
     * Knows the secrets.
     *
     * @param secrets the names of environment variables to show instead, by secret
     */
    public Redaction(Map<String, String> secrets) {
        this(secrets, Map.of());
    }

    /**
     * Knows the secrets and the header lines that carry them, where short ones are replaced too.
     *
     * @param secrets the names of environment variables to show instead, by secret
     * @param lines the values to show instead, by header line
     */
    public Redaction(Map<String, String> secrets, Map<Header, String> lines) {
        this.lines = Map.copyOf(lines);
        secrets.entrySet().stream()
                .filter(entry -> isReplaceable(entry.getKey()))
                .sorted(Comparator.comparingInt(entry -> -entry.getKey().length()))
                .forEach(entry ->
                        forms(entry.getKey()).forEach(form -> replacements.put(form, "${" + entry.getValue() + "}")));
    }

    /** Whether a secret is long enough to be replaced. */
    public static boolean isReplaceable(String secret) {
        return secret.length() >= SHORTEST;
    }

    private static List<String> forms(String secret) {
        String json = Json.write(Json.object().put("s", secret));
        String escaped = json.substring("{\"s\":\"".length(), json.length() - "\"}".length());
        return List.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8), escaped);
    }

    /** The text without secrets. */
    public String text(String text) {
        String result = text;
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            result = result.replace(replacement.getKey(), replacement.getValue());
        }
        return result;
    }

    /** The bytes without secrets, all other bytes unchanged. */
    public byte[] bytes(byte[] bytes) {
        if (replacements.isEmpty()) {
            return bytes;
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            byte[] secret = replacement.getKey().getBytes(StandardCharsets.UTF_8);
            text = text.replace(new String(secret, StandardCharsets.ISO_8859_1), replacement.getValue());
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The headers without secrets; cookies are never kept. */
    public Headers headers(Headers headers) {
        return new Headers(headers.lines().stream()
                .map(line -> new Header(line.name(), value(line)))
                .toList());
    }

    private String value(Header line) {
        if (sensitive(line.name())) {
            return "(not kept)";
        }
        return lines.entrySet().stream()
                .filter(known -> known.getKey().name().equalsIgnoreCase(line.name())
                        && known.getKey().value().equals(line.value()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> text(line.value()));
    }

    /** The address without secrets; where it leads, scheme, host and port, is none. */
    public URI url(URI url) {
        String where = url.getScheme() + "://" + url.getRawAuthority();
        String rest =
                url.toString().substring(Math.min(where.length(), url.toString().length()));
        String text = text(rest);
        return text.equals(rest)
                ? url
                : URI.create(where + text.replace("${", "%24%7B").replace("}", "%7D"));
    }

    private static boolean sensitive(String name) {
        return SENSITIVE.stream().anyMatch(name::equalsIgnoreCase);
    }
}
