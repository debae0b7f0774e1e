package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A call that is over a moment after it began, unless it is cancelled. */
final class Task {

    private static final Duration TAKES = Duration.ofMillis(500);
    private static final long LONGEST = Duration.ofMinutes(5).toMillis();

    private final String id;
    private final Instant created = Instant.now();
    private final Instant due = created.plus(TAKES);
    private final long ttl;
    private volatile @Nullable Instant cancelled;

    Task(String id, long wanted) {
        this.id = id;
        ttl = Math.min(Math.max(0, wanted), LONGEST);
    }

    String id() {
        return id;
    }

    String status() {
        if (cancelled != null) {
            return "cancelled";
        }
        return Instant.now().isBefore(due) ? "working" : "completed";
    }

    synchronized boolean cancel() {
        boolean working = status().equals("working");
        if (working) {
            cancelled = Instant.now();
        }
        return working;
    }

    /** Waits until it is over. */
    void await() {
        while (status().equals("working") && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    ObjectNode describe() {
        String status = status();
        Instant ended = cancelled;
        Instant updated = ended != null ? ended : status.equals("completed") ? due : created;
        return Messages.object()
                .put("taskId", id)
                .put("status", status)
                .put("createdAt", created.toString())
                .put("lastUpdatedAt", updated.toString())
                .put("ttl", ttl)
                .put("pollInterval", 100);
    }
}
