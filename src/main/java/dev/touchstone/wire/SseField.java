package dev.touchstone.wire;

/**
 * One line of an event stream that is not blank.
 *
 * @param name the field name, empty for a comment
 * @param value the value, one leading space removed
 */
public record SseField(String name, String value) {}
