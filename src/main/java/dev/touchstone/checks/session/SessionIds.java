package dev.touchstone.checks.session;

import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Session ids as the checks look at them. */
final class SessionIds {
    /** How many ids are collected before anything is said about their quality. */
    static final int SAMPLE = 20;

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

    /** The ids of a sample of sessions, each ended again. */
    static List<String> sample(StreamableClient client, Expect expect) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < SAMPLE; i++) {
            try (StreamableSession session = client.begin()) {
                expect.seen(session.initialize());
                ids.add(of(session));
            }
        }
        return ids;
    }

    /** An estimate of the random bits of an id: for each place, the binary logarithm of how many values occur there. */
    static double bits(List<String> ids) {
        int length = ids.stream().mapToInt(String::length).max().orElse(0);
        double bits = 0;
        for (int place = 0; place < length; place++) {
            Set<Character> values = new HashSet<>();
            for (String id : ids) {
                values.add(place < id.length() ? id.charAt(place) : ' ');
            }
            bits += Math.log(values.size()) / Math.log(2);
        }
        return bits;
    }
}
