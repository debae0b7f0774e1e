package dev.touchstone.catalogue;

/** How binding a requirement is: the words of BCP 14, and one of our own. */
public enum Level {
    MUST("MUST"),
    MUST_NOT("MUST NOT"),
    SHOULD("SHOULD"),
    SHOULD_NOT("SHOULD NOT"),
    MAY("MAY"),
    /** Not asked by the text, yet named clients are known to break without it. */
    INTEROP("INTEROP");

    private final String words;

    Level(String words) {
        this.words = words;
    }

    /** The words as the specification writes them. */
    public String words() {
        return words;
    }

    /** Whether breaking it makes a server non-conformant. */
    public boolean binding() {
        return this == MUST || this == MUST_NOT;
    }

    static Level of(String words) {
        for (Level level : values()) {
            if (level.words.equals(words)) {
                return level;
            }
        }
        throw new IllegalArgumentException("no level is called '" + words + "'");
    }
}
