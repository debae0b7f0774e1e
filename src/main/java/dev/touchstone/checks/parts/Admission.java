package dev.touchstone.checks.parts;

import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;

/** What an answer says of whether a client is let in, beside the answer that the right credentials get. */
public enum Admission {
    /** The request is served. */
    SERVED,
    /** The server answers, and says no. */
    REFUSED,
    /** No answer, a redirection, a limit or a failure: neither of the two. */
    UNCLEAR;

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    /** Success serves, unless it wraps an error that the right credentials do not meet; what is from 400 to 499 refuses. */
    public static Admission of(Exchange answer, Exchange right) {
        if (answer.succeeded()) {
            return hasError(answer) && !hasError(right) ? REFUSED : SERVED;
        }
        boolean passing = answer.status() == REQUEST_TIMEOUT || answer.status() == TOO_MANY_REQUESTS;
        return answer.refused() && !passing ? REFUSED : UNCLEAR;
    }

    /** Says of an unclear answer that nothing can be told by it, and what to do. */
    public static Inconclusive unclear(Exchange answer) {
        return new Inconclusive("neither served nor refused: " + answer.inShort()
                + (answer.status() == TOO_MANY_REQUESTS ? "; the server limits requests: pass -Drate=2" : ""));
    }

    private static boolean hasError(Exchange answer) {
        return answer.messages().stream().anyMatch(message -> message.has("error"));
    }
}
