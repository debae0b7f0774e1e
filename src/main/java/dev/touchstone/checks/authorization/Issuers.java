package dev.touchstone.checks.authorization;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.checks.discovery.AuthorizationServers;
import dev.touchstone.checks.discovery.Document;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import java.util.List;
import java.util.function.Function;

/** The metadata of the authorization servers that a client of a revision would ask. */
final class Issuers {
    static final String EITHER_KIND = "auth.as.metadata.2025-11-25";

    private final AuthorizationServers servers;
    private final boolean resourceMetadata;
    private final boolean openId;

    private Issuers(AuthorizationServers servers, boolean resourceMetadata, boolean openId) {
        this.servers = servers;
        this.resourceMetadata = resourceMetadata;
        this.openId = openId;
    }

    /** The revision decides where clients look for them, and for which kinds of metadata. */
    static Issuers of(AuthorizationServers servers, Catalogue catalogue, Dialect dialect) {
        return new Issuers(
                servers,
                catalogue.get(PublishedMetadata.IMPLEMENTED).appliesTo(dialect.revision()),
                catalogue.get(EITHER_KIND).appliesTo(dialect.revision()));
    }

    /** The issuers: those that the resource metadata names, or the origin of the server before there was any. */
    List<String> all() {
        List<String> all = resourceMetadata ? servers.named() : List.of(servers.ownOrigin());
        if (all.isEmpty()) {
            throw Inconclusive.blockedBy(
                    "discovery.prm.well-formed", "no resource metadata names an authorization server");
        }
        return all;
    }

    /** For each issuer what lies at the addresses that clients ask, up to the first metadata. */
    List<Document> asked(String issuer) {
        return servers.asked(issuer, openId);
    }

    /** The metadata that clients get. */
    List<Document> documents(Expect expect) {
        List<Document> asked = all().stream()
                .flatMap(issuer -> asked(issuer).stream())
                .distinct()
                .toList();
        return AuthorizationServers.demand(asked, Function.identity(), expect);
    }
}
