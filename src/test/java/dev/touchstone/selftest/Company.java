package dev.touchstone.selftest;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Servers are judged side by side, and one alone whose verdicts may have come about by the load. */
final class Company {
    private static final ReadWriteLock LOCK = new ReentrantReadWriteLock();

    private Company() {}

    /** Judges while others may be judged. */
    static <T> T welcome(Supplier<T> judging) {
        return holding(LOCK.readLock(), judging);
    }

    /** Waits until the others are done, and judges while none is. */
    static <T> T excluded(Supplier<T> judging) {
        return holding(LOCK.writeLock(), judging);
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
