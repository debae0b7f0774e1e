package dev.touchstone.wire;

import java.time.Duration;
import java.util.Locale;

/**
 * What happened instead of a response.
 *
 * @param kind the kind of failure
 * @param detail what the network said
 * @param waited how long the suite waited for a status line
 */
public record NoAnswer(Kind kind, String detail, Duration waited) {

    /** The kinds of failure. */
    public enum Kind {
        /** Nobody listens on the port. */
        REFUSED("the connection was refused"),
        /** The host name does not resolve. */
        UNKNOWN_HOST("the host name is not known"),
        /** No secure connection could be made. */
        TLS("the TLS handshake failed"),
        /** No status line in time. */
        TIMEOUT("no answer in time"),
        /** The connection broke before a status line. */
        CLOSED("the connection was closed without an answer"),
        /** What came is not HTTP. */
        NOT_HTTP("what came back is not HTTP");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The failure as a reader sees it. */
        public String words() {
            return words;
        }
    }

    @Override
    public String toString() {
        String time =
                kind == Kind.TIMEOUT ? String.format(Locale.ROOT, " (waited %.1f s)", waited.toMillis() / 1000.0) : "";
        return kind.words() + time;
    }
}
