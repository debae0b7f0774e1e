package dev.touchstone.checks.session;

import dev.touchstone.client.StreamableSession;
import dev.touchstone.verdict.Inconclusive;
import java.security.SecureRandom;

/** Session ids as the checks look at them. */
final class SessionIds {
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionIds() {}

    /** The id of a session; its absence, although the preflight saw one, decides nothing. */
    static String of(StreamableSession session) {
        return session.id().orElseThrow(() -> new Inconclusive("initialize came without a session id this time"));
    }

    /** An id of the same shape that the server never issued: same length and kinds of characters, random content. */
    static String neverIssued(String like) {
        StringBuilder id = new StringBuilder();
        for (char c : like.toCharArray()) {
            id.append(replacement(c));
        }
        return id.toString();
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
