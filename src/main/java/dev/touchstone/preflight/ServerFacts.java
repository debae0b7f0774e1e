package dev.touchstone.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What the preflight established.
 *
 * @param serverInfo what the server calls itself, a missing node when it does not say
 * @param dialects the revisions to judge, newest first
 * @param stringIdsOnly whether it refuses integer request ids
 * @param oneAtATime whether a second session harms the first, so that checks must not run side by side
 * @param notes what a reader should know and no requirement is about
 */
public record ServerFacts(
        JsonNode serverInfo, List<Dialect> dialects, boolean stringIdsOnly, boolean oneAtATime, List<String> notes) {

    /** Copies the lists. */
    public ServerFacts {
        dialects = List.copyOf(dialects);
        notes = List.copyOf(notes);
    }
}
