package dev.touchstone.checks.parts;

import java.util.Base64;
import java.util.Optional;

/** Base64 as RFC 4648, section 4, has it: its alphabet, padded, on one line. */
public final class Base64Text {
    private Base64Text() {}

    /** What is wrong with a text that has to be base64, empty if nothing is. */
    public static Optional<String> problem(String text) {
        if (text.chars().anyMatch(Character::isWhitespace)) {
            return Optional.of("has white space in it");
        } else if (text.indexOf('-') >= 0 || text.indexOf('_') >= 0) {
            return Optional.of("is in the alphabet for URLs, or no base64 at all");
        } else if (text.startsWith("data:")) {
            return Optional.of("is a data URL");
        }
        try {
            Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.of("does not decode");
        }
        return text.length() % 4 == 0 ? Optional.empty() : Optional.of("lacks its padding");
    }
}
