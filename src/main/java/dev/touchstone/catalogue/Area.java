package dev.touchstone.catalogue;

import java.util.List;

/**
 * A group of requirements that a reader looks up together.
 *
 * @param id its name in ids and results
 * @param title its name for a reader
 * @param order its place in reports, small before large
 * @param about what it is about, in a sentence
 * @param requirements its requirements, in catalogue order
 */
public record Area(String id, String title, int order, String about, List<Requirement> requirements) {

    /** Copies the requirements. */
    public Area {
        requirements = List.copyOf(requirements);
    }
}
