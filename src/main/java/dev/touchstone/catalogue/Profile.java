package dev.touchstone.catalogue;

import java.util.List;

/**
 * A named selection of requirements.
 *
 * @param name its name, that of its file in {@code suites/profiles}
 * @param about what it is for
 * @param include ids or prefixes that belong to it
 * @param exclude ids or prefixes that do not, although an included prefix covers them
 */
public record Profile(String name, String about, List<String> include, List<String> exclude) {

    /** Copies the lists. */
    public Profile {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** Reads a profile that is packed with the suite; an unknown name is refused with the known reason. */
    public static Profile load(String name) {
        return new CatalogueReader().profile(name);
    }

    /** Whether a requirement belongs to it. */
    public boolean contains(Requirement requirement) {
        return include.stream().anyMatch(prefix -> covers(prefix, requirement.id()))
                && exclude.stream().noneMatch(prefix -> covers(prefix, requirement.id()));
    }

    /** Whether a prefix, ending at a dot or at the end, covers an id. */
    public static boolean covers(String prefix, String id) {
        return prefix.equals("*") || id.equals(prefix) || id.startsWith(prefix.endsWith(".") ? prefix : prefix + ".");
    }
}
