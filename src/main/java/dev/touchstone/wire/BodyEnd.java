package dev.touchstone.wire;

/** How the reading of a body ended. */
public enum BodyEnd {
    /** The server ended it properly. */
    COMPLETE,
    /** We stopped reading, the server could have sent more. */
    LEFT_OPEN,
    /** The connection broke before the body's end. */
    CUT,
    /** It is longer than what the suite keeps. */
    TOO_LONG
}
