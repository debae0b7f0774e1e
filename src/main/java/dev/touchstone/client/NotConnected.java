package dev.touchstone.client;

/** No session could be opened; the reply shows why. */
public final class NotConnected extends RuntimeException {
    private final transient Reply reply;

    NotConnected(Reply reply) {
        super("initialize was not answered with a result: " + reply.inShort(), null, false, false);
        this.reply = reply;
    }

    /** What came of the initialize request. */
    public Reply reply() {
        return reply;
    }
}
