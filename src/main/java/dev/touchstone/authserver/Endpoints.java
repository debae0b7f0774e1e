package dev.touchstone.authserver;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.client.ClientInformationResponse;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationErrorResponse;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.net.URI;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** What the endpoints answer. */
final class Endpoints {
    private final Issuer issuer;
    private final Access standard;
    private final Mint mint;
    private final Clients clients = new Clients();
    private final Grants grants = new Grants();

    /**
     * Endpoints of an issuer.
     *
     * @param standard what is granted to a client that says neither for what nor how much
     */
    Endpoints(URI issuer, Access standard, Mint mint) {
        this.issuer = new Issuer(issuer);
        this.standard = standard;
        this.mint = mint;
    }

    /** Registers a client (RFC 7591, section 3). */
    HTTPResponse register(HTTPRequest request) {
        try {
            ClientRegistrationRequest asked = ClientRegistrationRequest.parse(request);
            return new ClientInformationResponse(clients.register(asked.getClientMetadata()), true).toHTTPResponse();
        } catch (GeneralException refused) {
            return new ClientRegistrationErrorResponse(reason(refused)).toHTTPResponse();
        }
    }

    /** Grants everything to everybody who asks rightly, without asking a person (RFC 6749, section 4.1.1). */
    HTTPResponse authorize(HTTPRequest http) {
        AuthorizationRequest request;
        try {
            request = AuthorizationRequest.parse(http);
        } catch (GeneralException refused) {
            return plain(String.valueOf(refused.getMessage()));
        }
        URI redirect = request.getRedirectionURI();
        if (!clients.knows(request.getClientID())) {
            return plain("the client is not registered here");
        } else if (redirect == null || !clients.mayRedirect(request.getClientID(), redirect)) {
            return plain("redirect_uri is not one that the client registered");
        }
        return answer(request, redirect).toHTTPResponse();
    }

    private AuthorizationResponse answer(AuthorizationRequest request, URI redirect) {
        Optional<ErrorObject> problem = problem(request);
        return problem.isPresent()
                ? new AuthorizationErrorResponse(
                        redirect, problem.get(), request.getState(), issuer, ResponseMode.QUERY)
                : new AuthorizationSuccessResponse(
                        redirect,
                        grants.code(request, access(request)),
                        null,
                        request.getState(),
                        issuer,
                        ResponseMode.QUERY);
    }

    private Optional<ErrorObject> problem(AuthorizationRequest request) {
        if (!request.getResponseType().equals(ResponseType.CODE)) {
            return Optional.of(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE);
        }
        if (request.getScope() != null && !standard.scope().containsAll(request.getScope())) {
            return Optional.of(OAuth2Error.INVALID_SCOPE);
        }
        boolean proves =
                request.getCodeChallenge() != null && CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod());
        return proves
                ? Optional.empty()
                : Optional.of(OAuth2Error.INVALID_REQUEST.setDescription("PKCE with S256 is required"));
    }

    private Access access(AuthorizationRequest request) {
        List<URI> resources = request.getResources();
        Scope scope = request.getScope();
        return new Access(
                standard.user(),
                request.getClientID().getValue(),
                resources == null || resources.isEmpty()
                        ? standard.audience()
                        : resources.get(0).toString(),
                scope == null || scope.isEmpty() ? standard.scope() : scope);
    }

    /** Redeems a code or a refresh token (RFC 6749, section 4.1.3 and 6). */
    HTTPResponse token(HTTPRequest http) {
        try {
            TokenRequest request = TokenRequest.parse(http);
            Access access;
            if (request.getAuthorizationGrant() instanceof AuthorizationCodeGrant code) {
                access = grants.redeem(code, request.getClientID());
            } else if (request.getAuthorizationGrant() instanceof RefreshTokenGrant refresh) {
                access = grants.redeem(refresh.getRefreshToken(), request.getClientID());
            } else {
                throw new GeneralException(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
            }
            BearerAccessToken token =
                    new BearerAccessToken(mint.token(access), Mint.LIFETIME.toSeconds(), access.scope());
            return new AccessTokenResponse(new Tokens(token, grants.refresh(access))).toHTTPResponse();
        } catch (GeneralException refused) {
            return new TokenErrorResponse(reason(refused)).toHTTPResponse();
        }
    }

    /** Tells a server what a token is good for (RFC 7662); anybody may ask, since nothing here is worth a secret. */
    HTTPResponse introspect(HTTPRequest http) {
        String token = "";
        try {
            token = Optional.ofNullable(http.getBodyAsFormParameters().get("token"))
                    .map(values -> values.get(0))
                    .orElse("");
        } catch (GeneralException noForm) {
            // a token that is not there is not active either
        }
        Optional<JWTClaimsSet> claims = mint.read(token);
        TokenIntrospectionSuccessResponse.Builder answer =
                new TokenIntrospectionSuccessResponse.Builder(claims.isPresent());
        claims.ifPresent(found -> found.getClaims().forEach((name, value) -> answer.parameter(name, shown(value))));
        return answer.build().toHTTPResponse();
    }

    private static Object shown(Object value) {
        return value instanceof Date date ? (Object) (date.getTime() / 1000) : value;
    }

    private static ErrorObject reason(GeneralException refused) {
        return Optional.ofNullable(refused.getErrorObject())
                .orElse(OAuth2Error.INVALID_REQUEST.setDescription(refused.getMessage()));
    }

    /** A refusal that is not sent to an address nobody vouches for (RFC 6749, section 4.1.2.1). */
    private static HTTPResponse plain(String why) {
        HTTPResponse response = new HTTPResponse(400);
        response.setEntityContentType(ContentType.TEXT_PLAIN);
        response.setBody(why);
        return response;
    }
}
