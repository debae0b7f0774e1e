package dev.touchstone.wire.schema;

/**
 * A place where a message is not of the form it should be.
 *
 * @param pointer where, as a JSON pointer
 * @param expected what should be there, in plain words
 * @param seen what is there, shortened
 * @param requirement the requirement that it breaks
 */
public record Violation(String pointer, String expected, String seen, String requirement) {}
