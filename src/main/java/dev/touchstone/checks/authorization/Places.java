package dev.touchstone.checks.authorization;

import dev.touchstone.checks.discovery.Document;
import dev.touchstone.checks.discovery.ProtectedResource;
import dev.touchstone.checks.discovery.WellKnown;
import java.util.List;
import java.util.stream.Stream;

/** The places where resource metadata may lie, whether clients look there or not. */
final class Places {
    private Places() {}

    /** Where clients look, and the well-known address appended to that of the endpoint, where they do not. */
    static List<Document> all(ProtectedResource resource, WellKnown wellKnown) {
        return Stream.concat(
                        resource.named().stream(),
                        Stream.of(resource.inserted(), resource.root(), wellKnown.appended(WellKnown.RESOURCE)))
                .distinct()
                .toList();
    }

    /** Whether there is no metadata in any of them. */
    static boolean none(ProtectedResource resource, WellKnown wellKnown) {
        return all(resource, wellKnown).stream().noneMatch(Document::served);
    }
}
