package dev.touchstone.checks.credentials;

import dev.touchstone.checks.parts.Admission;
import dev.touchstone.wire.Exchange;

/**
 * A kind of request, sent three times.
 *
 * @param kind what a reader calls it
 * @param right with the configured credentials
 * @param without without them
 * @param wrong with a wrong value of them
 */
record Attempt(String kind, Exchange right, Exchange without, Exchange wrong) {

    /** Whether it works with the right credentials, so that a refusal of the others shows something. */
    boolean accepted() {
        return right.succeeded();
    }

    /** Whether it is served without credentials. */
    boolean open() {
        return serves(without);
    }

    /** Whether it is served with wrong ones. */
    boolean openToWrong() {
        return serves(wrong);
    }

    /** Whether an attempt is refused where the right one is accepted. */
    boolean refuses(Exchange attempt) {
        return accepted() && Admission.of(attempt, right) == Admission.REFUSED;
    }

    /** Whether an attempt tells neither that it is served nor that it is refused. */
    boolean unclear(Exchange attempt) {
        return Admission.of(attempt, right) == Admission.UNCLEAR;
    }

    private boolean serves(Exchange attempt) {
        return Admission.of(attempt, right) == Admission.SERVED;
    }
}
