package dev.touchstone.selftest;

import java.util.Arrays;
import java.util.List;

/**
 * Picks some of many servers while one is at work on them: {@code -Dfault=PREFIX,PREFIX} and {@code -Dodd=PREFIX} by the
 * beginning of their names, {@code -Darea=PREFIX,PREFIX} by the requirements they touch, of which then only those are judged.
 */
final class Chosen {
    private Chosen() {}

    /** Whether a name begins as a system property says; without the property every name does. */
    static boolean by(String property, String name) {
        String prefixes = System.getProperty(property, "");
        return Arrays.stream(prefixes.split(",")).anyMatch(name::startsWith);
    }

    /** The beginning of the requirements at work, empty for all. */
    static String area() {
        return System.getProperty("area", "");
    }

    /** Whether only some requirements are at work. */
    static boolean hasArea() {
        return !area().isEmpty();
    }

    /** The options that limit a run to them. */
    static List<String> options() {
        return hasArea() ? List.of("--only", area()) : List.of();
    }

    /** Whether not all requirements and revisions are judged. */
    static boolean isLimited() {
        return hasArea() || newest();
    }

    /** Whether everything is judged in every revision by {@code -Dwhole=true}, which takes three times as long. */
    static boolean whole() {
        return Boolean.getBoolean("whole");
    }

    /** Whether mutants are at work, under each of which a fault is judged in its newest revisions alone. */
    static boolean newest() {
        return Boolean.getBoolean("newest");
    }

    /** Whether a requirement, or a line that begins with one, is at work. */
    static boolean inArea(String requirement) {
        String id = requirement.split("@", 2)[0];
        return Arrays.stream(area().split(","))
                .anyMatch(prefix -> prefix.isEmpty() || id.equals(prefix) || id.startsWith(prefix + "."));
    }
}
