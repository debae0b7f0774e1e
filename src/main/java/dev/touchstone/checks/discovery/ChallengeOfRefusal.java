package dev.touchstone.checks.discovery;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.checks.parts.Challenge;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Shown;
import java.util.List;
import java.util.Optional;

/** What a server says in WWW-Authenticate when it refuses a client without credentials. */
@Conformance
class ChallengeOfRefusal {

    @Verifies("discovery.challenge.present")
    void a_401_names_a_way_to_authenticate(
            Unauthenticated unauthenticated,
            Protection protection,
            Catalogue catalogue,
            Dialect dialect,
            Expect expect) {
        List<Exchange> refusals = refusals(unauthenticated, expect);
        if (protection.followsFramework() && catalogue.get(Protection.BEARER).appliesTo(dialect.revision())) {
            throw new NotApplicable("the server follows OAuth, where " + Protection.BEARER + " asks for more");
        }
        for (Exchange refusal : refusals) {
            List<String> schemes = Unauthenticated.challenges(refusal).stream()
                    .map(Challenge::scheme)
                    .toList();
            String seen = refusal.inShort()
                    + (schemes.isEmpty() ? " " + without(refusal) : " with " + Shown.text(schemes.toString()));
            expect.holds(!schemes.isEmpty(), "WWW-Authenticate with a scheme on every 401", seen);
        }
    }

    private static String without(Exchange refusal) {
        return refusal.header("WWW-Authenticate")
                .map(value -> "with a WWW-Authenticate that names none: " + Shown.quoted(value))
                .orElse("without WWW-Authenticate");
    }

    @Verifies("discovery.challenge.resource-metadata-usable")
    void the_metadata_url_in_a_challenge_leads_to_metadata(
            Unauthenticated unauthenticated, WellKnown wellKnown, Expect expect) {
        refusals(unauthenticated, expect);
        if (unauthenticated.metadataUrls().isEmpty()) {
            throw new NotApplicable("no challenge names a resource_metadata URL");
        }
        for (String text : unauthenticated.metadataUrls()) {
            Optional<Document> document = Urls.absolute(text).map(wellKnown::at);
            if (expect.holds(
                    document.isPresent(),
                    "an absolute URL in resource_metadata",
                    "resource_metadata=" + Shown.quoted(text))) {
                expect.that(Shown.text(text), document.get().exchange())
                        .holds(document.get().served(), "status 200 with a JSON object");
            }
        }
    }

    private static List<Exchange> refusals(Unauthenticated unauthenticated, Expect expect) {
        unauthenticated.answers().forEach(expect::seen);
        if (unauthenticated.challenged().isEmpty()) {
            Exchange first = unauthenticated.answers().get(0);
            throw new NotApplicable("no request without credentials is answered 401: " + first.inShort() + " (exchange "
                    + first.number() + ")");
        }
        return unauthenticated.challenged();
    }
}
