package dev.touchstone.target;

/** The further tokens that a user can supply: each differs in one way from the one that opens the server. */
public enum Token {
    /** One whose time is over. */
    EXPIRED("bearer.expired", "auth:expired-token", "a token that has expired"),
    /** A valid one that some requests are refused with. */
    LOW_SCOPE("bearer.low-scope", "auth:low-scope-token", "a valid token without a scope that some requests need"),
    /** A valid one of the same kind, for another server. */
    OTHER_AUDIENCE(
            "bearer.other-audience", "auth:wrong-audience-token", "a valid token that was issued for another server"),
    /** A valid one of somebody else. */
    SECOND("bearer.second", "auth:two-principals", "a valid token of a second user");

    private final String option;
    private final String need;
    private final String words;

    Token(String option, String need, String words) {
        this.option = option;
        this.need = need;
        this.words = words;
    }

    /** The option that supplies it. */
    public String option() {
        return option;
    }

    /** What requirements say that need it. */
    public String need() {
        return need;
    }

    /** What it is, for a reader. */
    public String words() {
        return words;
    }

    /** The environment variable that stands for it in scripts. */
    String variable() {
        return "TOKEN_" + name();
    }
}
