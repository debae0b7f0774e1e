package dev.touchstone.cli;

/** The suite was called wrongly; the message says what is wrong and what to do. */
public final class UsageError extends RuntimeException {
    UsageError(String message) {
        super(message, null, false, false);
    }
}
