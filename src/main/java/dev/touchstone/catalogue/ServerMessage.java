package dev.touchstone.catalogue;

import java.util.Optional;

/**
 * A request or notification that a server may send.
 *
 * @param method its method
 * @param since the revision that introduced it
 * @param client the capability of the client that it presupposes
 * @param server the capability of the server that it presupposes
 */
public record ServerMessage(String method, String since, Optional<String> client, Optional<String> server) {
    /** Whether a revision has it. */
    public boolean existsIn(Revision revision) {
        return revision.since(since);
    }
}
