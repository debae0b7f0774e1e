package dev.touchstone.checks.discovery;

import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** What authorization servers say of themselves. */
@Conformance
class ServerMetadata {
    private static final String WITH_RESOURCE_METADATA = "2025-06-18";
    private static final String WITH_OPENID = "2025-11-25";

    private record Asked(String issuer, Document document) {}

    @Verifies("discovery.as.well-formed")
    void authorization_server_metadata_has_its_required_members(
            AuthorizationServers servers, Dialect dialect, Expect expect) {
        Stream<String> named = since(WITH_RESOURCE_METADATA, dialect) ? servers.named().stream() : Stream.empty();
        List<Document> documents = Stream.concat(Stream.of(servers.ownOrigin()), named)
                .map(servers::oauth)
                .distinct()
                .toList();
        for (Document document : AuthorizationServers.demand(documents, Function.identity(), expect)) {
            Members members = new Members(document, expect);
            members.mediaType();
            members.url("issuer");
            members.array("response_types_supported");
            members.urlUnless(members.noGrantUsesAuthorization(), "authorization_endpoint");
            members.urlUnless(members.onlyImplicit(), "token_endpoint");
        }
    }

    @Verifies("discovery.openid.well-formed")
    void openid_provider_metadata_has_its_required_members(
            AuthorizationServers servers, WellKnown wellKnown, Expect expect) {
        List<Document> documents = new ArrayList<>(List.of(
                wellKnown.root(WellKnown.OPENID),
                wellKnown.inserted(WellKnown.OPENID),
                wellKnown.appended(WellKnown.OPENID)));
        servers.named()
                .forEach(issuer -> servers.asked(issuer, true).stream().skip(1).forEach(documents::add));
        List<Document> different = documents.stream().distinct().toList();
        for (Document document : AuthorizationServers.demand(different, Function.identity(), expect)) {
            Members members = new Members(document, expect);
            Stream.of("issuer", "authorization_endpoint", "jwks_uri").forEach(members::url);
            Stream.of("response_types_supported", "subject_types_supported", "id_token_signing_alg_values_supported")
                    .forEach(members::array);
            members.urlUnless(members.onlyImplicit(), "token_endpoint");
        }
    }

    @Verifies("discovery.as.issuer-matches")
    void authorization_server_metadata_names_the_issuer_it_was_asked_for(
            AuthorizationServers servers, Dialect dialect, Expect expect) {
        boolean named =
                since(WITH_RESOURCE_METADATA, dialect) && !servers.named().isEmpty();
        List<String> issuers = named ? servers.named() : List.of(servers.ownOrigin());
        List<Asked> asked = new ArrayList<>();
        for (String issuer : issuers) {
            servers.asked(issuer, since(WITH_OPENID, dialect))
                    .forEach(document -> asked.add(new Asked(issuer, document)));
        }
        List<Asked> comparable = AuthorizationServers.demand(asked, Asked::document, expect).stream()
                .filter(candidate -> !candidate.document().text("issuer").isEmpty())
                .toList();
        if (comparable.isEmpty()) {
            throw Inconclusive.blockedBy("discovery.as.well-formed", "the metadata has no issuer to compare");
        }
        for (Asked candidate : comparable) {
            boolean copy =
                    !named && servers.named().contains(candidate.document().text("issuer"));
            compare(candidate, same(candidate, named), copy, expect);
        }
    }

    /** An origin is compared without its slash, since both spellings lead to the same address and nobody wrote it down. */
    private static boolean same(Asked asked, boolean named) {
        String issuer = asked.document().text("issuer");
        return named
                ? issuer.equals(asked.issuer())
                : Urls.absolute(issuer)
                        .map(Urls::normal)
                        .filter(asked.issuer().toLowerCase(Locale.ROOT)::equals)
                        .isPresent();
    }

    private static void compare(Asked asked, boolean same, boolean copy, Expect expect) {
        String issuer = asked.document().text("issuer");
        boolean slash = WellKnown.withoutSlash(issuer).equals(WellKnown.withoutSlash(asked.issuer()));
        String expected =
                "issuer \"" + asked.issuer() + "\" at " + asked.document().url();
        String seen =
                "issuer " + Shown.quoted(issuer) + (slash && !same ? ", which differs by its trailing slash" : "");
        if (copy && !same) {
            expect.deviates(
                    expected, seen + ", a copy of what the server that the resource metadata names says of itself");
        } else {
            expect.holds(same, expected, seen);
        }
    }

    private static boolean since(String revision, Dialect dialect) {
        return dialect.revision().id().compareTo(revision) >= 0;
    }
}
