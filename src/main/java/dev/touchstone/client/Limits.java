package dev.touchstone.client;

import java.time.Duration;

/**
 * What a single exchange may cost.
 *
 * @param answer how long to wait for an answer
 * @param connect how long to wait for a connection
 * @param settle how long to go on listening after the awaited message, to see how a stream ends
 * @param bodyBytes how many bytes of a body are read and kept
 * @param perSecond how many requests are sent in a second at most, 0 for no limit
 */
public record Limits(Duration answer, Duration connect, Duration settle, int bodyBytes, int perSecond) {
    /** Generous for slow servers, bounded for hostile ones. */
    public static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(4), Duration.ofMillis(400), 4 << 20, 0);

    /** The same limits with another time for answers. */
    public Limits answerWithin(Duration time) {
        return new Limits(time, connect, settle, bodyBytes, perSecond);
    }
}
