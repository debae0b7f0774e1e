package dev.touchstone.catalogue;

import java.net.URI;

/**
 * A published revision of the protocol.
 *
 * @param id its date, as it stands in {@code protocolVersion}
 * @param era whether it has sessions
 * @param transport the HTTP transport it defines
 * @param spec where its text is published, with a trailing slash
 */
public record Revision(String id, Era era, Transport transport, URI spec) implements Comparable<Revision> {
    private static final String FIRST_WITH_VERSION_HEADER = "2025-06-18";

    /** Whether this revision is the named one or a later one. */
    public boolean since(String other) {
        return id.compareTo(other) >= 0;
    }

    /** Whether clients of the revision name it in the header {@code MCP-Protocol-Version} of every request. */
    public boolean hasVersionHeader() {
        return hasVersionHeader(id);
    }

    /** The same of a revision that only its date is known of, as one that a server names. */
    public static boolean hasVersionHeader(String id) {
        return id.compareTo(FIRST_WITH_VERSION_HEADER) >= 0;
    }

    /** The address of a page and heading of this revision's text. */
    public URI clause(String pageAndHeading) {
        return spec.resolve(pageAndHeading);
    }

    /** Older before newer. */
    @Override
    public int compareTo(Revision other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
