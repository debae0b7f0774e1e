package dev.touchstone.checks.session;

import dev.touchstone.client.StreamableSession;
import dev.touchstone.verdict.Inconclusive;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.regex.Pattern;

/** Session ids as the checks look at them. */
final class SessionIds {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int SHORT = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionIds() {}

    /** The id of a session; its absence, although the preflight saw one, decides nothing. */
    static String of(StreamableSession session) {
        return session.id().orElseThrow(() -> new Inconclusive("initialize came without a session id this time"));
    }

    /**
     * An id of the same shape that the server never issued: a UUID for a UUID, else the same kinds of characters in the
     * same places, and long enough not to be met by chance.
     */
    static String neverIssued(String like) {
        if (UUID_FORM.matcher(like).matches()) {
            return UUID.randomUUID().toString();
        }
        StringBuilder id = new StringBuilder();
        for (char c : like.toCharArray()) {
            id.append(replacement(c));
        }
        return id.length() < SHORT || id.toString().equals(like)
                ? id + UUID.randomUUID().toString().substring(24)
                : id.toString();
    }

    private static char replacement(char c) {
        if (Character.digit(c, 16) >= 0 && !Character.isUpperCase(c)) {
            return Character.forDigit(RANDOM.nextInt(16), 16);
        } else if (c >= 'A' && c <= 'Z') {
            return (char) ('A' + RANDOM.nextInt(26));
        } else if (c >= 'g' && c <= 'z') {
            return (char) ('g' + RANDOM.nextInt(20));
        }
        return c;
    }
}
