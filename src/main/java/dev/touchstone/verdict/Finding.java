package dev.touchstone.verdict;

/**
 * A difference between what was expected and what was seen.
 *
 * @param expected what a conforming server does
 * @param seen what this one did
 * @param lenient whether the text leaves room for it, so that it is a warning at most
 */
public record Finding(String expected, String seen, boolean lenient) {}
