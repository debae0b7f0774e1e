package dev.touchstone.target;

import java.net.URI;

/**
 * The server to judge.
 *
 * @param url its endpoint, http or https
 * @param credentials the headers that open it
 */
public record Target(URI url, Credentials credentials) {
    /** The same server without credentials. */
    public Target anonymous() {
        return new Target(url, Credentials.NONE);
    }

    /** Scheme, host and port. */
    public URI origin() {
        return URI.create(url.getScheme() + "://" + url.getRawAuthority());
    }
}
