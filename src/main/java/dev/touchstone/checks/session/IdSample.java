package dev.touchstone.checks.session;

import dev.touchstone.client.McpClient;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.junit.Shared;
import dev.touchstone.wire.Exchange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ids of a number of sessions that were opened one after the other, each ended again. */
@Shared(Shared.Per.DIALECT)
final class IdSample {
    /** How many ids are collected before anything is said about their quality. */
    static final int SIZE = 20;

    private final McpClient client;
    private @Nullable List<Exchange> opened;
    private final List<String> ids = new ArrayList<>();

    IdSample(McpClient client) {
        this.client = client;
    }

    /** The initialize exchanges. */
    synchronized List<Exchange> evidence() {
        if (opened == null) {
            List<Exchange> exchanges = new ArrayList<>();
            for (int i = 0; i < SIZE; i++) {
                try (StreamableSession session = ((StreamableClient) client).begin()) {
                    ids.add(SessionIds.of(session));
                    exchanges.add(session.initialize());
                }
            }
            opened = exchanges;
        }
        return opened;
    }

    /** The ids in the order in which they were issued. */
    synchronized List<String> ids() {
        evidence();
        return List.copyOf(ids);
    }

    /** An estimate of the random bits of ids: for each place, the binary logarithm of how many values occur there. */
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
