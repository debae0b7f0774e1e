package dev.touchstone.authserver;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.client.RegistrationError;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Registered clients (RFC 7591), all of them public. */
final class Clients {
    private static final int MOST = 1000;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    private final Map<ClientID, ClientInformation> known = new ConcurrentHashMap<>();

    /** Registers a client without a secret, whatever it asked for. */
    ClientInformation register(ClientMetadata asked) throws GeneralException {
        Set<URI> redirects = asked.getRedirectionURIs();
        if (redirects == null || redirects.isEmpty() || !redirects.stream().allMatch(Clients::isSafe)) {
            throw new GeneralException(RegistrationError.INVALID_REDIRECT_URI.setDescription(
                    "redirect_uris has to have https, loopback or private-use addresses without fragment"));
        }
        if (known.size() >= MOST) {
            throw new GeneralException(OAuth2Error.TEMPORARILY_UNAVAILABLE.setDescription("too many clients"));
        }
        asked.applyDefaults();
        asked.setTokenEndpointAuthMethod(ClientAuthenticationMethod.NONE);
        ClientInformation client = new ClientInformation(new ClientID(), new Date(), asked, null);
        known.put(client.getID(), client);
        return client;
    }

    /** Https, http on the loopback address, or the scheme of an application (RFC 8252, section 7). */
    private static boolean isSafe(URI redirect) {
        String scheme = String.valueOf(redirect.getScheme());
        boolean open = scheme.equals("http") && !LOOPBACK.contains(String.valueOf(redirect.getHost()));
        boolean ofApplication = scheme.contains(".") && !redirect.isOpaque();
        return redirect.getFragment() == null && (redirect.getHost() != null || ofApplication) && !open;
    }

    boolean knows(@Nullable ClientID id) {
        return id != null && known.containsKey(id);
    }

    /** Whether a redirect is registered: exactly, except that a port of the loopback address is free (RFC 8252, 7.3). */
    boolean mayRedirect(ClientID id, URI redirect) {
        ClientInformation client = known.get(id);
        return client != null
                && client.getMetadata().getRedirectionURIs().stream()
                        .anyMatch(registered -> registered.equals(redirect) || differsInPort(registered, redirect));
    }

    private static boolean differsInPort(URI registered, URI redirect) {
        return registered.getHost() != null
                && LOOPBACK.contains(registered.getHost())
                && "http".equals(registered.getScheme())
                && registered.equals(withPort(redirect, registered.getPort()));
    }

    private static URI withPort(URI uri, int port) {
        String authority = uri.getHost() + (port < 0 ? "" : ":" + port);
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(uri.getScheme() + "://" + authority + uri.getRawPath() + query);
    }
}
