package dev.touchstone.selftest;

import java.util.Arrays;

/** Picks some of many servers while one is at work on them: {@code -Dfault=PREFIX,PREFIX}. */
final class Chosen {
    private Chosen() {}

    /** Whether a name begins as a system property says; without the property every name does. */
    static boolean by(String property, String name) {
        String prefixes = System.getProperty(property, "");
        return Arrays.stream(prefixes.split(",")).anyMatch(name::startsWith);
    }
}
