package dev.touchstone.preflight;

/** The target cannot be judged; the message is the diagnosis, one sentence of what is wrong and what to do. */
public final class Unusable extends RuntimeException {
    /** Says what is wrong and what to do. */
    public Unusable(String diagnosis) {
        super(diagnosis, null, false, false);
    }
}
