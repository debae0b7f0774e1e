package dev.touchstone.selftest;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Servers are judged side by side, and one alone whose verdicts may have come about by the load. */
final class Company {
    private static final ReadWriteLock LOCK = new ReentrantReadWriteLock();

    private Company() {}

    /**
     * Judges while others are judged, and once more while none is if something unexpected came: what was sent while two
     * streams happened to be open, say, or what came in time, depends on the load. Under a mutant it is not repeated.
     */
    static <T> T judged(Supplier<T> judging, Predicate<T> expected) {
        T seen = holding(LOCK.readLock(), judging);
        return Chosen.newest() || expected.test(seen) ? seen : holding(LOCK.writeLock(), judging);
    }

    private static <T> T holding(Lock lock, Supplier<T> judging) {
        lock.lock();
        try {
            return judging.get();
        } finally {
            lock.unlock();
        }
    }
}
