package dev.touchstone.checks.discovery;

import dev.touchstone.junit.Shared;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import java.util.List;
import java.util.stream.Stream;

/** The protected resource metadata that a client of the server would find. */
@Shared(Shared.Per.ERA)
public final class ProtectedResource {
    private final WellKnown wellKnown;
    private final Unauthenticated unauthenticated;

    ProtectedResource(WellKnown wellKnown, Unauthenticated unauthenticated) {
        this.wellKnown = wellKnown;
        this.unauthenticated = unauthenticated;
    }

    /** The addresses named by challenges, as far as they can be asked at all. */
    public List<Document> named() {
        return unauthenticated.metadataUrls().stream()
                .flatMap(text -> Urls.absolute(text).stream())
                .map(wellKnown::at)
                .toList();
    }

    /** The document at the root. */
    public Document root() {
        return wellKnown.root(WellKnown.RESOURCE);
    }

    /** The document with the path of the endpoint inserted. */
    public Document inserted() {
        return wellKnown.inserted(WellKnown.RESOURCE);
    }

    /** The documents that are served for this very endpoint: named by a challenge, or with its path inserted. */
    public List<Document> own() {
        return Stream.concat(named().stream(), Stream.of(inserted()))
                .filter(Document::served)
                .distinct()
                .toList();
    }

    /** All documents that are served where clients look. */
    public List<Document> served() {
        return Stream.concat(own().stream(), Stream.of(root()))
                .filter(Document::served)
                .distinct()
                .toList();
    }

    /** The same; not applicable when there is none. */
    public List<Document> demand(Expect expect) {
        if (served().isEmpty()) {
            expect.seen(root().exchange()).seen(inserted().exchange());
            throw new NotApplicable("no protected resource metadata is served: "
                    + inserted().exchange().inShort() + " (exchange "
                    + inserted().exchange().number() + ")");
        }
        return served();
    }

    /** The authorization servers that it names, in order and as they stand there; the document at the root is asked last. */
    public List<String> authorizationServers() {
        List<Document> first = own().isEmpty() ? served() : own();
        return first.stream()
                .flatMap(document -> document.texts("authorization_servers").stream())
                .distinct()
                .toList();
    }
}
