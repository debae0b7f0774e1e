package dev.touchstone.client;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Spaces requests out, so that no more than the limit are sent in a second. */
final class Pace {
    private final long interval;
    private long next = System.nanoTime();

    Pace(int perSecond) {
        interval = perSecond == 0 ? 0 : Duration.ofSeconds(1).toNanos() / perSecond;
    }

    void await() {
        if (interval == 0) {
            return;
        }
        long turn = takeTurn();
        for (long left = turn - System.nanoTime();
                left > 0 && !Thread.currentThread().isInterrupted();
                left = turn - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private synchronized long takeTurn() {
        long turn = Math.max(next, System.nanoTime());
        next = turn + interval;
        return turn;
    }
}
