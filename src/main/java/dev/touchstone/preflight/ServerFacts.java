package dev.touchstone.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;

/**
 * What the preflight established.
 *
 * @param serverInfo what the server calls itself, a missing node when it does not say
 * @param dialects the revisions to judge, newest first
 * @param spoken all revisions that the server speaks, those included that the user does not want judged
 * @param stringIdsOnly whether it refuses integer request ids
 * @param oneAtATime whether a second session harms the first, so that checks must not run side by side
 * @param notes what a reader should know and no requirement is about
 * @param closed why no more can be judged than what the server shows to clients without credentials; empty if it can
 */
public record ServerFacts(
        JsonNode serverInfo,
        List<Dialect> dialects,
        List<Dialect> spoken,
        boolean stringIdsOnly,
        boolean oneAtATime,
        List<String> notes,
        Optional<String> closed) {

    /** The facts of a server that lets the suite in. */
    public ServerFacts(
            JsonNode serverInfo,
            List<Dialect> dialects,
            List<Dialect> spoken,
            boolean stringIdsOnly,
            boolean oneAtATime,
            List<String> notes) {
        this(serverInfo, dialects, spoken, stringIdsOnly, oneAtATime, notes, Optional.empty());
    }

    /** The facts of a server that asks for credentials, of which none are at hand; what it speaks is not known. */
    static ServerFacts closed(List<Dialect> assumed, String diagnosis) {
        String note = "what is judged is only what clients see before they sign in, as if the server spoke "
                + String.join(
                        ", ",
                        assumed.stream().map(dialect -> dialect.revision().id()).toList());
        return new ServerFacts(
                MissingNode.getInstance(), assumed, assumed, false, false, List.of(note), Optional.of(diagnosis));
    }

    /** Copies the lists. */
    public ServerFacts {
        dialects = List.copyOf(dialects);
        spoken = List.copyOf(spoken);
        notes = List.copyOf(notes);
    }
}
