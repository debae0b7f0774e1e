package dev.touchstone.checks.authorization;

import dev.touchstone.checks.discovery.Document;
import dev.touchstone.checks.discovery.ProtectedResource;
import dev.touchstone.checks.discovery.Protection;
import dev.touchstone.checks.discovery.WellKnown;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a server that does authorization publishes resource metadata, and where clients find it. */
@Conformance
class PublishedMetadata {
    static final String IMPLEMENTED = "auth.prm.implemented";

    @Verifies(IMPLEMENTED)
    void resource_metadata_is_published_and_read_without_a_token(
            Protection protection, ProtectedResource resource, WellKnown wellKnown, Expect expect) {
        protection.demand(expect);
        List<Document> places = Places.all(resource, wellKnown);
        places.forEach(place -> expect.seen(place.exchange()));
        boolean served = places.stream().anyMatch(Document::served);
        if (!served && !resource.named().isEmpty()) {
            throw Inconclusive.blockedBy(
                    "discovery.challenge.resource-metadata-usable", "what the challenge names is no metadata");
        }
        protection.expect(
                expect,
                served,
                "a JSON object with status 200, read without a token",
                served
                        ? "metadata at "
                                + labels(
                                        places.stream().filter(Document::served).toList())
                        : labels(places));
    }

    @Verifies("auth.discovery.header-or-well-known")
    void resource_metadata_is_found_by_the_challenge_or_at_a_well_known_address(
            Protection protection, ProtectedResource resource, WellKnown wellKnown, Expect expect) {
        protection.demand(expect);
        List<Document> places = Places.all(resource, wellKnown);
        places.forEach(place -> expect.seen(place.exchange()));
        if (Places.none(resource, wellKnown)) {
            throw Inconclusive.blockedBy(IMPLEMENTED, "there is no metadata to find");
        }
        List<Document> found = resource.served();
        Document appended = wellKnown.appended(WellKnown.RESOURCE);
        expect.holds(
                !found.isEmpty(),
                "metadata at the address in the challenge, at "
                        + resource.inserted().label() + " or at "
                        + resource.root().label(),
                found.isEmpty() ? "metadata only at " + appended.label() : "metadata at " + labels(found));
    }

    private static String labels(List<Document> documents) {
        return documents.stream()
                .map(document -> document.label() + " (" + document.exchange().inShort() + ")")
                .collect(Collectors.joining(", "));
    }
}
