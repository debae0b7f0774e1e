package dev.touchstone.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What the preflight established.
 *
 * @param serverInfo what the server calls itself, a missing node when it does not say
 * @param dialects the revisions to judge, newest first
 * @param spoken all revisions that the server speaks, those included that the user does not want judged
 * @param stringIdsOnly whether it refuses integer request ids
 * @param oneAtATime whether a second session harms the first, so that checks must not run side by side
 * @param notes what a reader should know and no requirement is about
 */
public record ServerFacts(
        JsonNode serverInfo,
        List<Dialect> dialects,
        List<Dialect> spoken,
        boolean stringIdsOnly,
        boolean oneAtATime,
        List<String> notes) {

    /** Copies the lists. */
    public ServerFacts {
        dialects = List.copyOf(dialects);
        spoken = List.copyOf(spoken);
        notes = List.copyOf(notes);
    }
}
