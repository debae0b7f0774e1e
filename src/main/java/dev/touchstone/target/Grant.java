package dev.touchstone.target;

/** Why a tool may be called. */
public enum Grant {
    /** The user gave its arguments in the fixtures file. */
    FIXTURES_FILE("listed in the fixtures file"),
    /** The user named it. */
    ALLOWED("allowed by allow.calls"),
    /** The user allowed every tool. */
    EVERY_TOOL("allowed by allow.calls, as all are"),
    /** It is a harmless fixture that the official conformance suite defines. */
    KNOWN_FIXTURE("a fixture of the official conformance suite"),
    /** The server says that it changes nothing. */
    READ_ONLY("annotated readOnlyHint: true");

    private final String words;

    Grant(String words) {
        this.words = words;
    }

    /** The reason as a reader sees it. */
    public String words() {
        return words;
    }
}
