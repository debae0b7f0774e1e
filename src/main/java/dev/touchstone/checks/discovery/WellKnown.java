package dev.touchstone.checks.discovery;

import dev.touchstone.client.PlainHttp;
import dev.touchstone.junit.Shared;
import dev.touchstone.target.Target;
import dev.touchstone.wire.Headers;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the server serves at the well-known addresses; each is asked once, and without credentials, since clients have none
 * at that time.
 */
@Shared(Shared.Per.RUN)
public final class WellKnown {
    /** The family of documents about protected resources (RFC 9728). */
    public static final String RESOURCE = "oauth-protected-resource";
    /** The family of documents about authorization servers (RFC 8414). */
    public static final String AUTHORIZATION_SERVER = "oauth-authorization-server";
    /** The family of documents about OpenID providers. */
    public static final String OPENID = "openid-configuration";

    private static final String ROOT = "/.well-known/";
    private static final Headers JSON = Headers.NONE.and("Accept", "application/json");

    private final PlainHttp http;
    private final String origin;
    private final String path;
    private final Map<URI, Document> documents = new HashMap<>();

    WellKnown(PlainHttp http, Target target) {
        this.http = http;
        this.origin = target.origin().toString();
        this.path = Urls.path(target.url());
    }

    /** The document at any address. */
    public synchronized Document at(URI url) {
        Document known = documents.get(url);
        if (known == null) {
            known = new Document(url, http.get(url, JSON));
            documents.put(url, known);
        }
        return known;
    }

    /** The document of a family that is not about a path. */
    public Document root(String family) {
        return at(URI.create(origin + ROOT + family));
    }

    /** The document with the path of the endpoint inserted; a trailing slash stays for resources only (RFC 9728 and 8414). */
    public Document inserted(String family) {
        return at(inserted(origin, family, family.equals(RESOURCE) ? path : withoutSlash(path)));
    }

    /** The document with its address appended to the path of the endpoint, as OpenID Connect Discovery has it. */
    public Document appended(String family) {
        return at(appended(origin, family, path));
    }

    static URI inserted(String origin, String family, String path) {
        return URI.create(origin + ROOT + family + path);
    }

    static URI appended(String origin, String family, String path) {
        return URI.create(origin + withoutSlash(path) + ROOT + family);
    }

    /** A path or URL without its last slash. */
    public static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The addresses that clients ask: of each family both well-known forms, and the appended one of OpenID. */
    public List<Document> asked() {
        return Stream.concat(
                        Stream.of(RESOURCE, AUTHORIZATION_SERVER, OPENID)
                                .flatMap(family -> Stream.of(root(family), inserted(family))),
                        Stream.of(appended(OPENID)))
                .distinct()
                .toList();
    }
}
