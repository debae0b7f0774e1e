package dev.touchstone.checks.authorization;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.checks.discovery.AuthorizationServers;
import dev.touchstone.checks.discovery.Document;
import dev.touchstone.checks.discovery.Protection;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import java.util.List;
import java.util.stream.Collectors;

/** Whether each authorization server that the resource metadata names publishes metadata of its own. */
@Conformance
class ServerLocation {

    @Verifies("auth.as.metadata.2025-06-18")
    void each_authorization_server_publishes_oauth_metadata(
            Protection protection, AuthorizationServers servers, Catalogue catalogue, Dialect dialect, Expect expect) {
        protection.demand(expect);
        for (String issuer : Issuers.of(servers, catalogue, dialect).all()) {
            Document oauth = servers.oauth(issuer);
            List<Document> either = served(servers.asked(issuer, true), expect);
            String seen = oauth.url() + ": " + oauth.exchange().inShort();
            if (!oauth.served() && !either.isEmpty()) {
                expect.deviates(
                        expected(issuer), seen + ", but " + either.get(0).url());
            } else {
                reachable(oauth);
                expect.holds(oauth.served(), expected(issuer), seen);
            }
        }
    }

    @Verifies(Issuers.EITHER_KIND)
    void each_authorization_server_publishes_metadata_of_oauth_or_openid(
            Protection protection, AuthorizationServers servers, Catalogue catalogue, Dialect dialect, Expect expect) {
        protection.demand(expect);
        Issuers issuers = Issuers.of(servers, catalogue, dialect);
        for (String issuer : issuers.all()) {
            List<Document> asked = issuers.asked(issuer);
            boolean found = !served(asked, expect).isEmpty();
            if (!found) {
                asked.forEach(ServerLocation::reachable);
            }
            expect.holds(
                    found,
                    expected(issuer),
                    asked.stream()
                            .map(document ->
                                    document.url() + ": " + document.exchange().inShort())
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String expected(String issuer) {
        return "metadata with status 200 of the authorization server " + issuer;
    }

    private static List<Document> served(List<Document> asked, Expect expect) {
        asked.forEach(document -> expect.seen(document.exchange()));
        return asked.stream().filter(Document::served).toList();
    }

    private static void reachable(Document document) {
        if (document.exchange().response().isEmpty()) {
            throw new Inconclusive(document.url() + " cannot be asked from here: "
                    + document.exchange().inShort());
        }
    }
}
