package dev.touchstone.checks.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.checks.discovery.Document;
import dev.touchstone.checks.discovery.ProtectedResource;
import dev.touchstone.checks.discovery.Protection;
import dev.touchstone.checks.discovery.Unauthenticated;
import dev.touchstone.checks.discovery.Urls;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a server that does authorization says in its resource metadata, beyond the members that it must have. */
@Conformance
class ResourceMembers {
    private static final String SCOPES = "scopes_supported";
    private static final String METHODS = "bearer_methods_supported";
    private static final String ALGORITHMS = "resource_signing_alg_values_supported";
    private static final String OFFLINE = "offline_access";

    /** Empty, the first says that no method is supported (RFC 9728, 2), and the second is judged with the required ones. */
    private static final Set<String> MAY_BE_EMPTY = Set.of(METHODS, "authorization_servers");

    private static List<Document> documents(Protection protection, ProtectedResource resource, Expect expect) {
        protection.demand(expect);
        List<Document> documents = resource.demand(expect);
        documents.forEach(document -> expect.seen(document.exchange()));
        return documents;
    }

    @Verifies("auth.prm.no-trailing-slash")
    void the_resource_is_written_without_a_trailing_slash(
            Protection protection, ProtectedResource resource, Target target, Expect expect) {
        boolean compared = false;
        for (Document document : documents(protection, resource, expect)) {
            String named = document.text("resource");
            String path = Urls.absolute(named).map(URI::getRawPath).orElse("");
            boolean slash = named.endsWith("/");
            boolean significant = slash && named.equals(target.url().toString()) && path.length() > 1;
            boolean another = slash && path.length() > 1 && !significant;
            if (Urls.absolute(named).isPresent() && !another) {
                compared = true;
                expect.holds(
                        !slash || significant,
                        document.label() + ": resource without a slash at its end",
                        document.label() + ": resource \"" + named + "\"");
            }
        }
        if (!compared) {
            throw Inconclusive.blockedBy(
                    "discovery.prm.resource-matches", "the metadata names no resource that is this server");
        }
    }

    @Verifies("auth.prm.no-empty-arrays")
    void members_without_values_are_left_out(Protection protection, ProtectedResource resource, Expect expect) {
        for (Document document : documents(protection, resource, expect)) {
            List<String> empty = new ArrayList<>();
            document.body().properties().stream()
                    .filter(member ->
                            member.getValue().isArray() && member.getValue().isEmpty())
                    .filter(member -> !MAY_BE_EMPTY.contains(member.getKey()))
                    .forEach(member -> empty.add(member.getKey()));
            expect.holds(
                    empty.isEmpty(),
                    document.label() + ": no empty array",
                    document.label() + ": "
                            + (empty.isEmpty() ? "no empty array" : "[] as " + String.join(", ", empty)));
        }
    }

    @Verifies("auth.prm.scopes-supported")
    void the_metadata_lists_the_scopes(Protection protection, ProtectedResource resource, Expect expect) {
        for (Document document : documents(protection, resource, expect)) {
            JsonNode scopes = document.body().path(SCOPES);
            expect.holds(
                    scopes.isArray() && !scopes.isEmpty() && all(scopes),
                    document.label() + ": " + SCOPES + ", an array of strings",
                    document.label() + ": " + seen(scopes, SCOPES));
        }
    }

    private static boolean all(JsonNode array) {
        for (JsonNode item : array) {
            if (!item.isTextual()) {
                return false;
            }
        }
        return true;
    }

    private static String seen(JsonNode value, String member) {
        return value.isMissingNode() ? "no " + member : member + " " + value;
    }

    @Verifies("auth.prm.bearer-methods")
    void the_header_is_among_the_ways_to_present_a_token(
            Protection protection, ProtectedResource resource, Expect expect) {
        for (Document document : having(METHODS, documents(protection, resource, expect))) {
            List<String> methods = document.texts(METHODS);
            String place = document.label() + ": ";
            expect.holds(methods.contains("header"), place + "header in " + METHODS, place + METHODS + " " + methods);
            if (methods.contains("query")) {
                expect.deviates(place + "no query in " + METHODS, place + METHODS + " " + methods);
            }
        }
    }

    @Verifies("auth.prm.no-alg-none")
    void no_algorithm_for_signatures_is_none(Protection protection, ProtectedResource resource, Expect expect) {
        for (Document document : having(ALGORITHMS, documents(protection, resource, expect))) {
            List<String> algorithms = document.texts(ALGORITHMS);
            String place = document.label() + ": ";
            expect.holds(
                    !algorithms.contains("none"),
                    place + ALGORITHMS + " without none",
                    place + ALGORITHMS + " " + algorithms);
        }
    }

    private static List<Document> having(String member, List<Document> documents) {
        List<Document> having = documents.stream()
                .filter(document -> document.body().has(member))
                .toList();
        if (having.isEmpty()) {
            throw new NotApplicable("the metadata has no " + member);
        }
        return having;
    }

    @Verifies("auth.no-offline-access")
    void offline_access_is_no_scope_of_the_resource(
            Protection protection, ProtectedResource resource, Unauthenticated unauthenticated, Expect expect) {
        protection.demand(expect);
        List<String> scopes = Stream.concat(
                        unauthenticated.refusals().stream()
                                .flatMap(refusal -> Unauthenticated.challenges(refusal).stream())
                                .flatMap(challenge -> challenge.parameter("scope").stream())
                                .flatMap(scope -> Arrays.stream(scope.split(" "))),
                        resource.served().stream().flatMap(document -> document.texts(SCOPES).stream()))
                .distinct()
                .toList();
        resource.served().forEach(document -> expect.seen(document.exchange()));
        if (scopes.isEmpty()) {
            throw new NotApplicable("neither a challenge nor the metadata names a scope");
        }
        expect.holds(!scopes.contains(OFFLINE), "scopes without " + OFFLINE, "scopes " + scopes);
    }
}
