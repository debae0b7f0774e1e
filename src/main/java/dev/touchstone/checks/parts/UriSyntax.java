package dev.touchstone.checks.parts;

import java.util.Optional;
import java.util.regex.Pattern;

/** The syntax of absolute URIs by RFC 3986: scheme, characters, escapes and authority. */
public final class UriSyntax {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+");
    private static final Pattern LITERAL_HOST = Pattern.compile("\\[[0-9A-Fa-f:.vV~_-]++](:[0-9]*+)?");
    private static final Pattern PORT = Pattern.compile("[^:]*+(:[0-9]*+)?");
    private static final String PUNCTUATION = "-._~:/?#[]@!$&'()*+,;=%";

    private UriSyntax() {}

    /** What is wrong with a text that has to be an absolute URI, empty if nothing is. */
    public static Optional<String> problem(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || !SCHEME.matcher(text.substring(0, colon)).matches()) {
            return Optional.of(
                    colon < 0 ? "has no scheme" : "has a scheme with other characters than letters, digits and +.-");
        }
        return character(text).or(() -> structure(text.substring(colon + 1)));
    }

    private static Optional<String> character(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (!plain && PUNCTUATION.indexOf(c) < 0) {
                return Optional.of("has a character that must be escaped at position " + at);
            } else if (c == '%' && !isEscape(text, at)) {
                return Optional.of("has a percent sign without two hexadecimal digits at position " + at);
            }
        }
        return Optional.empty();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static Optional<String> structure(String rest) {
        if (rest.indexOf('#') != rest.lastIndexOf('#')) {
            return Optional.of("has two fragments");
        }
        int end = rest.startsWith("//") ? endOfAuthority(rest) : 0;
        String after = rest.substring(end);
        if (after.indexOf('[') >= 0 || after.indexOf(']') >= 0) {
            return Optional.of("has a bracket outside of its host");
        }
        return end == 0 ? Optional.empty() : authority(rest.substring(2, end));
    }

    private static int endOfAuthority(String rest) {
        int end = 2;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static Optional<String> authority(String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        boolean valid = host.startsWith("[")
                ? LITERAL_HOST.matcher(host).matches()
                : host.indexOf('[') < 0 && PORT.matcher(host).matches();
        return valid ? Optional.empty() : Optional.of("has a malformed host or port");
    }
}
