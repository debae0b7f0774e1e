package dev.touchstone.checks.discovery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses as they stand in metadata. */
public final class Urls {
    private static final int MAX_PORT = 65535;

    private Urls() {}

    /** The absolute http or https URL that a text is, if it is one. */
    public static Optional<URI> absolute(String text) {
        try {
            URI url = new URI(text);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("http") || scheme.equals("https"))
                    && url.getHost() != null
                    && url.getPort() <= MAX_PORT;
            return web ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Scheme and authority in lower case, without the usual port of the scheme (RFC 3986, 6.2.3). */
    public static String origin(URI url) {
        String origin = (url.getScheme() + "://" + url.getRawAuthority()).toLowerCase(Locale.ROOT);
        boolean usual = url.getPort() == (origin.startsWith("https:") ? 443 : 80);
        return usual ? origin.substring(0, origin.lastIndexOf(':')) : origin;
    }

    /** The path, empty for the root. */
    public static String path(URI url) {
        return url.getRawPath() == null || url.getRawPath().equals("/") ? "" : url.getRawPath();
    }

    /** The URL with scheme and authority in lower case; those of the root with and without slash are one (RFC 3986, 6.2.3). */
    public static String normal(URI url) {
        return origin(url) + path(url) + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    }
}
