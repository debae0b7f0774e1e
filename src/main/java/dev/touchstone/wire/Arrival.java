package dev.touchstone.wire;

import java.time.Duration;

/**
 * When a piece of a body came in.
 *
 * @param length how many bytes of the body were there afterwards
 * @param after the time since the request was sent
 */
public record Arrival(int length, Duration after) {}
