package dev.touchstone.catalogue;

/** What a requirement stands on. */
public enum Basis {
    /** A BCP 14 keyword in the text. */
    KEYWORD,
    /** The published schema of the revision. */
    SCHEMA,
    /** An RFC or living standard that the text leans on. */
    RFC,
    /** Only implied by the prose: never more than a warning. */
    IMPLIED
}
