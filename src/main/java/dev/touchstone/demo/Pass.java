package dev.touchstone.demo;

import java.util.Optional;
import java.util.Set;

/**
 * A bearer token that the server knows beside its credential, and what is written in it.
 *
 * @param token the token
 * @param user whom it stands for
 * @param audience the server that it was issued for
 * @param scopes what it allows
 * @param expired whether its time is over
 */
public record Pass(String token, String user, String audience, Set<String> scopes, boolean expired) {

    /** The scope that everything but looking around needs. */
    public static final String SCOPE = "mcp";

    /** What this server is called in tokens. */
    public static final String HERE = "demo";

    /** Copies the scopes. */
    public Pass {
        scopes = Set.copyOf(scopes);
    }

    /** A pass of a user that opens everything. */
    public static Pass of(String user, String token) {
        return new Pass(token, user, HERE, Set.of(SCOPE), false);
    }

    /** The same one when its time is over. */
    public Pass thatExpired() {
        return new Pass(token, user, audience, scopes, true);
    }

    /** The same one, issued for another server. */
    public Pass issuedFor(String other) {
        return new Pass(token, user, other, scopes, expired);
    }

    /** The same one with these scopes alone. */
    public Pass with(String... some) {
        return new Pass(token, user, audience, Set.of(some), expired);
    }

    /** Whether it is good here and now. */
    public boolean isValid() {
        return !expired && audience.equals(HERE);
    }

    /** The scope that a request needs and the pass does not give: looking around needs none, calling a tool does. */
    public Optional<String> lacks(Request request) {
        boolean enough = scopes.contains(SCOPE) || !request.asks("tools/call");
        return enough ? Optional.empty() : Optional.of(SCOPE);
    }

    boolean isPresentedBy(Request request) {
        return Credential.bearer(token).isPresentedBy(request);
    }
}
