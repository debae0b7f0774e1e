package dev.touchstone.checks.sse;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;

/** The part of an announced address that tells streams apart, found where two of them differ. */
final class SessionPart {
    private static final String DELIMITERS = "/?&=;#";
    private static final int TOO_SHORT = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionPart() {}

    /** An address like this one whose session part was never issued; empty if the two do not differ. */
    static Optional<URI> altered(URI address, URI other) {
        String text = address.toString();
        int start = difference(text, other.toString());
        if (start == text.length()) {
            return Optional.empty();
        }
        int end = start;
        while (start > 0 && DELIMITERS.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        while (end < text.length() && DELIMITERS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return Optional.of(
                URI.create(text.substring(0, start) + neverIssued(text.substring(start, end)) + text.substring(end)));
    }

    private static int difference(String text, String other) {
        int at = 0;
        while (at < text.length() && at < other.length() && text.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    /** The same kinds of characters with random content; longer where few characters could hit another stream. */
    private static String neverIssued(String issued) {
        StringBuilder part = new StringBuilder();
        for (char c : issued.toCharArray()) {
            part.append(like(c));
        }
        while (part.length() < TOO_SHORT) {
            part.append(like('0'));
        }
        return part.toString();
    }

    private static char like(char c) {
        if (c >= '0' && c <= '9') {
            return (char) ('0' + RANDOM.nextInt(10));
        } else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) {
            return (char) ((c >= 'a' ? 'a' : 'A') + RANDOM.nextInt(6));
        } else if (Character.isLetter(c) && c < 0x80) {
            return (char) ((c >= 'a' ? 'g' : 'G') + RANDOM.nextInt(20));
        }
        return c;
    }
}
