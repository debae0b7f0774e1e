package dev.touchstone.authserver;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was granted and not yet redeemed; each can be redeemed once. */
final class Grants {
    private static final int MOST = 1000;

    private final Map<AuthorizationCode, Pending> codes = bounded();
    private final Map<RefreshToken, Access> refreshes = bounded();

    private record Pending(AuthorizationRequest request, Access access) {}

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST;
            }
        };
    }

    synchronized AuthorizationCode code(AuthorizationRequest request, Access access) {
        AuthorizationCode code = new AuthorizationCode();
        codes.put(code, new Pending(request, access));
        return code;
    }

    /** Redeems a code (RFC 6749, section 4.1.3, and RFC 7636, section 4.6). */
    synchronized Access redeem(AuthorizationCodeGrant grant, @Nullable ClientID client) throws GeneralException {
        Pending pending = codes.remove(grant.getAuthorizationCode());
        if (pending == null) {
            throw refused("the code is unknown or was used");
        }
        AuthorizationRequest request = pending.request();
        if (!request.getClientID().equals(client)) {
            throw refused("the code was given to another client");
        }
        if (request.getRedirectionURI() != null && !request.getRedirectionURI().equals(grant.getRedirectionURI())) {
            throw refused("redirect_uri is not the one of the authorization request");
        }
        if (!proves(grant.getCodeVerifier(), request.getCodeChallenge())) {
            throw refused("code_verifier does not fit code_challenge");
        }
        return pending.access();
    }

    private static boolean proves(@Nullable CodeVerifier verifier, CodeChallenge challenge) {
        return verifier != null
                && CodeChallenge.compute(CodeChallengeMethod.S256, verifier).equals(challenge);
    }

    synchronized RefreshToken refresh(Access access) {
        RefreshToken token = new RefreshToken();
        refreshes.put(token, access);
        return token;
    }

    /** Redeems a refresh token, which is used up by that: the next answer brings another one. */
    synchronized Access redeem(RefreshToken token, @Nullable ClientID client) throws GeneralException {
        Access access = refreshes.remove(token);
        if (access == null || client == null || !access.client().equals(client.getValue())) {
            throw refused("the refresh token is unknown or was used");
        }
        return access;
    }

    private static GeneralException refused(String why) {
        return new GeneralException(OAuth2Error.INVALID_GRANT.setDescription(why));
    }
}
