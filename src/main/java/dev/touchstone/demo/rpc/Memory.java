package dev.touchstone.demo.rpc;

/** What the features remember of one session. */
public final class Memory {

    private volatile String logLevel = "info";

    /** The lowest level that the client wants to hear of. */
    String logLevel() {
        return logLevel;
    }

    void logLevel(String level) {
        logLevel = level;
    }
}
