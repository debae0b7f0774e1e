package dev.touchstone.demo.rpc;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the features remember of one session. */
public final class Memory {

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
}
