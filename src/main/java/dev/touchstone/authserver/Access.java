package dev.touchstone.authserver;

import com.nimbusds.oauth2.sdk.Scope;

/**
 * What a token is for.
 *
 * @param user who logged in
 * @param client who asked for it
 * @param audience the resource that it opens
 * @param scope what may be done there
 */
record Access(String user, String client, String audience, Scope scope) {

    Access of(String otherUser, String otherClient) {
        return new Access(otherUser, otherClient, audience, scope);
    }

    Access to(String other) {
        return new Access(user, client, other, scope);
    }

    Access within(Scope other) {
        return new Access(user, client, audience, other);
    }
}
