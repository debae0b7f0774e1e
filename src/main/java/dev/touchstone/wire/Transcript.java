package dev.touchstone.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** All exchanges of a run by number. Safe for use by several threads. */
public final class Transcript {
    /** Bytes of bodies that are kept in full; beyond, long bodies are cut. */
    private static final long BUDGET = 64L << 20;

    private static final int SHORT = 64 << 10;

    private final Map<Integer, Integer> lengths = new ConcurrentSkipListMap<>();
    private final AtomicLong total = new AtomicLong();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, Exchange> exchanges = new ConcurrentSkipListMap<>();

    /** The number of the next exchange; taken when a request is sent. */
    public int next() {
        return numbers.incrementAndGet();
    }

    /** Keeps an exchange, or a newer state of one that is still going on. */
    public Exchange keep(Exchange exchange) {
        int length = exchange.body().length;
        Integer before = lengths.put(exchange.number(), length);
        boolean beyond = total.addAndGet(length - (before == null ? 0 : before)) > BUDGET && length > SHORT;
        exchanges.put(exchange.number(), beyond ? exchange.shortened(SHORT) : exchange);
        return exchange;
    }

    /** The exchange with a number. */
    public Optional<Exchange> find(int number) {
        return Optional.ofNullable(exchanges.get(number));
    }

    /** All exchanges in the order of sending. */
    public List<Exchange> all() {
        return List.copyOf(exchanges.values());
    }

    /** How many requests were sent. */
    public int requests() {
        return numbers.get();
    }
}
