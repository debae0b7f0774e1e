package dev.touchstone.checks.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.checks.discovery.AuthorizationServers;
import dev.touchstone.checks.discovery.Document;
import dev.touchstone.checks.discovery.Protection;
import dev.touchstone.checks.discovery.Urls;
import dev.touchstone.checks.discovery.WellKnown;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import java.util.List;

/** What authorization servers offer to clients that come for a token, by their metadata. */
@Conformance
class ServerOffers {
    private static final String GRANTS = "grant_types_supported";
    private static final String PKCE = "code_challenge_methods_supported";
    private static final String METHODS = "token_endpoint_auth_methods_supported";
    private static final String ALGORITHMS = "token_endpoint_auth_signing_alg_values_supported";
    private static final String REGISTRATION = "registration_endpoint";
    private static final String CLIENT_DOCUMENTS = "client_id_metadata_document_supported";

    private static List<Document> documents(
            Protection protection, AuthorizationServers servers, Catalogue catalogue, Dialect dialect, Expect expect) {
        protection.demand(expect);
        return Issuers.of(servers, catalogue, dialect).documents(expect);
    }

    @Verifies("auth.as.grant-types.2025-03-26")
    void a_grant_for_people_or_for_programs_is_offered(
            Protection protection, AuthorizationServers servers, Catalogue catalogue, Dialect dialect, Expect expect) {
        for (Document document : documents(protection, servers, catalogue, dialect, expect)) {
            List<String> grants = document.texts(GRANTS);
            boolean right = !document.body().has(GRANTS)
                    || grants.contains("authorization_code")
                    || grants.contains("client_credentials");
            holds(expect, document, right, "authorization_code or client_credentials in " + GRANTS, GRANTS);
        }
    }

    @Verifies("auth.as.pkce.advertised")
    void pkce_by_s256_is_offered(
            Protection protection, AuthorizationServers servers, Catalogue catalogue, Dialect dialect, Expect expect) {
        List<Document> withCode = documents(protection, servers, catalogue, dialect, expect).stream()
                .filter(document ->
                        !document.body().has(GRANTS) || document.texts(GRANTS).contains("authorization_code"))
                .toList();
        if (withCode.isEmpty()) {
            throw new NotApplicable("no authorization server offers the grant authorization_code");
        }
        for (Document document : withCode) {
            holds(expect, document, document.texts(PKCE).contains("S256"), "S256 in " + PKCE, PKCE);
        }
    }

    /** That algorithms are listed is asked of OAuth metadata only, not of what OpenID providers publish. */
    @Verifies("auth.as.metadata.signing-algs")
    void the_algorithms_for_signed_assertions_are_listed(
            Protection protection, AuthorizationServers servers, Catalogue catalogue, Dialect dialect, Expect expect) {
        List<Document> assertions = documents(protection, servers, catalogue, dialect, expect).stream()
                .filter(document -> document.body().has(ALGORITHMS) || (takesJwt(document) && isOAuth(document)))
                .toList();
        if (assertions.isEmpty()) {
            throw new NotApplicable("no authorization server takes signed assertions from clients");
        }
        for (Document document : assertions) {
            List<String> algorithms = document.texts(ALGORITHMS);
            boolean right = !algorithms.isEmpty() && !algorithms.contains("none");
            holds(expect, document, right, ALGORITHMS + " without none", ALGORITHMS);
        }
    }

    private static boolean takesJwt(Document document) {
        List<String> methods = document.texts(METHODS);
        return methods.contains("private_key_jwt") || methods.contains("client_secret_jwt");
    }

    private static boolean isOAuth(Document document) {
        return document.label().contains(WellKnown.AUTHORIZATION_SERVER);
    }

    @Verifies("auth.as.dcr.should")
    void clients_can_register(
            Protection protection, AuthorizationServers servers, Catalogue catalogue, Dialect dialect, Expect expect) {
        for (Document document : documents(protection, servers, catalogue, dialect, expect)) {
            boolean right = Urls.absolute(document.text(REGISTRATION)).isPresent();
            holds(expect, document, right, REGISTRATION + ", an absolute URL", REGISTRATION);
        }
    }

    @Verifies("auth.as.cimd")
    void client_ids_in_the_form_of_urls_are_taken(
            Protection protection, AuthorizationServers servers, Catalogue catalogue, Dialect dialect, Expect expect) {
        for (Document document : documents(protection, servers, catalogue, dialect, expect)) {
            JsonNode supported = document.body().path(CLIENT_DOCUMENTS);
            boolean right = supported.isBoolean() && supported.booleanValue();
            holds(expect, document, right, CLIENT_DOCUMENTS + " true", CLIENT_DOCUMENTS);
        }
    }

    private static void holds(Expect expect, Document document, boolean right, String expected, String member) {
        JsonNode value = document.body().path(member);
        String place = document.url() + ": ";
        expect.holds(right, place + expected, place + (value.isMissingNode() ? "no " + member : member + " " + value));
    }
}
