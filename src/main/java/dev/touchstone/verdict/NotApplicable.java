package dev.touchstone.verdict;

import org.opentest4j.TestAbortedException;

/** The server does not offer what the requirement is about; the message names the exchange that shows it. */
public final class NotApplicable extends TestAbortedException {
    /** Says why. */
    public NotApplicable(String reason) {
        super(reason);
    }
}
