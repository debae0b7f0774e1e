package dev.touchstone.target;

import dev.touchstone.wire.Redaction;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The server to judge.
 *
 * @param url its endpoint, http or https
 * @param credentials the headers that open it
 */
public record Target(URI url, Credentials credentials) {
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

    /** The same server without credentials. */
    public Target anonymous() {
        return new Target(url, Credentials.NONE);
    }

    /** The same server, approached with a further token; empty if it was not supplied. */
    public Optional<Target> with(Token token) {
        return credentials.with(token).map(other -> new Target(url, other));
    }

    /** Replaces the secrets wherever they turn up: the credentials, and what sounds like one in the query of the address. */
    public Redaction redaction() {
        return credentials.redaction(QuerySecrets.of(url));
    }

    /** The address to show: without user info, and without a secret. */
    public String shown() {
        URI shown = redaction().url(url);
        String user = shown.getRawUserInfo();
        return user == null ? shown.toString() : shown.toString().replace(user + "@", "");
    }

    /** Scheme, host and port. */
    public URI origin() {
        return URI.create(url.getScheme() + "://" + url.getRawAuthority());
    }

    /** Whether an absolute address is of the same origin: scheme, host and port, the usual port said aloud or not. */
    public boolean sharesOriginWith(URI other) {
        return url.getScheme().equalsIgnoreCase(other.getScheme())
                && url.getHost().equalsIgnoreCase(other.getHost())
                && port(url) == port(other);
    }

    /** Whether the server runs on this machine, by its address. */
    public boolean isLoopback() {
        String host = url.getHost();
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || LOOPBACK.matcher(host).matches();
    }

    private static int port(URI of) {
        int usual = of.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        return of.getPort() < 0 ? usual : of.getPort();
    }
}
