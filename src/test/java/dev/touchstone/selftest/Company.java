package dev.touchstone.selftest;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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
            return elsewhere(judging);
        } finally {
            lock.unlock();
        }
    }

    /** On a thread of its own: one of the test pool would begin other tests while it waits for the engine. */
    static <T> T elsewhere(Supplier<T> judging) {
        FutureTask<T> task = new FutureTask<>(judging::get);
        new Thread(task, "judging").start();
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the server could not be judged", e);
        }
    }
}
