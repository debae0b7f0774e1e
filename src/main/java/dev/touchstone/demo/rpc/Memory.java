package dev.touchstone.demo.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What the features remember of one session. */
public final class Memory {

    private static final int TASKS_KEPT = 100;

    private final List<Task> tasks = new ArrayList<>();
    private volatile Supplier<String> taskIds = () -> UUID.randomUUID().toString();
    private final Set<String> subscriptions = ConcurrentHashMap.newKeySet();
    private volatile String logLevel = "info";

    /** The resources that the client wants to hear of. */
    Set<String> subscriptions() {
        return subscriptions;
    }

    /** The lowest level that the client wants to hear of. */
    String logLevel() {
        return logLevel;
    }

    void logLevel(String level) {
        logLevel = level;
    }

    /** Takes the ids of tasks from elsewhere. */
    public void taskIds(Supplier<String> next) {
        taskIds = next;
    }

    /** Remembers a task, and forgets the oldest where there are too many. */
    synchronized Task begin(long ttl) {
        Task task = new Task(taskIds.get(), ttl);
        tasks.add(task);
        if (tasks.size() > TASKS_KEPT) {
            tasks.remove(0);
        }
        return task;
    }

    /** The tasks in the order in which they began. */
    synchronized List<Task> tasks() {
        return List.copyOf(tasks);
    }
}
