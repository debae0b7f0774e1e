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

    /** Whether this revision is the named one or a later one. */
    public boolean since(String other) {
        return id.compareTo(other) >= 0;
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
