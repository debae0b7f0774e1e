package dev.touchstone.checks.discovery;

import dev.touchstone.junit.Shared;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The authorization servers that clients would ask, and the documents that these serve about themselves. */
@Shared(Shared.Per.ERA)
public final class AuthorizationServers {
    /** More entries than these are not followed: they may lead to any host. */
    private static final int MOST = 3;

    private final WellKnown wellKnown;
    private final ProtectedResource resource;
    private final String origin;

    AuthorizationServers(WellKnown wellKnown, ProtectedResource resource, Target target) {
        this.wellKnown = wellKnown;
        this.resource = resource;
        this.origin = target.origin().toString();
    }

    /** The issuer of revisions that know no resource metadata: the origin of the server. */
    public String ownOrigin() {
        return origin;
    }

    /** The issuers that the resource metadata names. */
    public List<String> named() {
        return resource.authorizationServers().stream()
                .filter(text -> Urls.absolute(text).isPresent())
                .limit(MOST)
                .toList();
    }

    /** What lies at the OAuth address of an issuer. */
    public Document oauth(String issuer) {
        URI url = URI.create(issuer);
        return wellKnown.at(WellKnown.inserted(base(url), WellKnown.AUTHORIZATION_SERVER, path(url)));
    }

    /** What lies at the addresses of an issuer in the order in which clients ask them; the last may go unasked. */
    public List<Document> asked(String issuer, boolean openid) {
        List<Document> asked = new ArrayList<>(List.of(oauth(issuer)));
        URI url = URI.create(issuer);
        Stream.of(
                        WellKnown.inserted(base(url), WellKnown.OPENID, path(url)),
                        WellKnown.appended(base(url), WellKnown.OPENID, path(url)))
                .filter(address -> openid && goesOn(asked))
                .forEach(address -> asked.add(wellKnown.at(address)));
        return asked;
    }

    private static boolean goesOn(List<Document> asked) {
        return asked.stream()
                .noneMatch(document ->
                        document.served() || document.exchange().response().isEmpty());
    }

    private static String base(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    private static String path(URI url) {
        return WellKnown.withoutSlash(Urls.path(url));
    }

    /** Those of the documents that are served; not applicable when there are none. */
    public static <T> List<T> demand(List<T> candidates, Function<T, Document> document, Expect expect) {
        candidates.forEach(candidate -> expect.seen(document.apply(candidate).exchange()));
        List<T> served = candidates.stream()
                .filter(candidate -> document.apply(candidate).served())
                .toList();
        Optional<Document> silent = candidates.stream()
                .map(document)
                .filter(candidate -> candidate.exchange().response().isEmpty())
                .findFirst();
        if (served.isEmpty() && silent.isPresent()) {
            throw new Inconclusive(silent.get().url() + " cannot be asked from here: "
                    + silent.get().exchange().inShort());
        } else if (served.isEmpty()) {
            Document first = document.apply(candidates.get(0));
            throw new NotApplicable("no such metadata is served: " + first.url() + " "
                    + first.exchange().inShort() + " (exchange "
                    + first.exchange().number() + ")");
        }
        return served;
    }
}
