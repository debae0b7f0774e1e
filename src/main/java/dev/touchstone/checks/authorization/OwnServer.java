package dev.touchstone.checks.authorization;

import dev.touchstone.checks.discovery.Document;
import dev.touchstone.checks.discovery.ProtectedResource;
import dev.touchstone.checks.discovery.Protection;
import dev.touchstone.checks.discovery.WellKnown;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How clients of the first revision with authorization find its endpoints, when a server was its own authorization server.
 * A server that publishes resource metadata follows later revisions; that clients of this one are lost there is a warning.
 */
@Conformance
class OwnServer {
    private static final String AT_ROOT = "auth.as.metadata-at-root.2025-03-26";
    private static final String FALLBACK = "auth.as.fallback-endpoints.2025-03-26";

    private static Optional<Document> elsewhere(WellKnown wellKnown, Expect expect) {
        List<Document> others = Stream.of(
                        wellKnown.inserted(WellKnown.AUTHORIZATION_SERVER),
                        wellKnown.appended(WellKnown.AUTHORIZATION_SERVER))
                .filter(document -> !document.equals(wellKnown.root(WellKnown.AUTHORIZATION_SERVER)))
                .toList();
        others.forEach(document -> expect.seen(document.exchange()));
        return others.stream().filter(Document::served).findFirst();
    }

    private static Document root(Protection protection, WellKnown wellKnown, Expect expect) {
        protection.demand(expect);
        Document root = wellKnown.root(WellKnown.AUTHORIZATION_SERVER);
        expect.seen(root.exchange());
        return root;
    }

    @Verifies("auth.as.metadata.2025-03-26")
    void the_server_publishes_authorization_server_metadata(
            Protection protection, WellKnown wellKnown, DefaultEndpoints defaults, Expect expect) {
        Document root = root(protection, wellKnown, expect);
        Optional<Document> other = elsewhere(wellKnown, expect);
        if (!root.served() && other.isPresent()) {
            throw Inconclusive.blockedBy(AT_ROOT, "metadata at " + other.get().label());
        } else if (!root.served() && defaults.absent()) {
            throw Inconclusive.blockedBy(FALLBACK, "neither metadata nor the default endpoints");
        }
        expect.that(root.label(), root.exchange()).holds(root.served(), "status 200 with a JSON object");
    }

    @Verifies(AT_ROOT)
    void authorization_server_metadata_lies_at_the_root_of_the_host(
            Protection protection, WellKnown wellKnown, ProtectedResource resource, Expect expect) {
        Document root = root(protection, wellKnown, expect);
        Optional<Document> other = elsewhere(wellKnown, expect);
        if (!root.served() && other.isEmpty()) {
            throw new NotApplicable("no authorization server metadata is served: " + root.label() + " "
                    + root.exchange().inShort());
        }
        String expected = "metadata at " + root.label();
        String seen = "metadata at " + (root.served() ? root : other.get()).label();
        judge(root.served(), expected, seen, resource, expect);
    }

    @Verifies(FALLBACK)
    void without_metadata_the_default_endpoints_are_there(
            Protection protection,
            WellKnown wellKnown,
            DefaultEndpoints defaults,
            ProtectedResource resource,
            Expect expect) {
        Document root = root(protection, wellKnown, expect);
        if (root.served() || elsewhere(wellKnown, expect).isPresent()) {
            throw new NotApplicable("authorization server metadata names the endpoints");
        }
        expect.seen(defaults.page());
        if (defaults.page().response().isEmpty()) {
            throw new Inconclusive("GET /authorize: " + defaults.page().inShort());
        }
        String seen = "GET /authorize answered " + defaults.page().status();
        boolean there = !defaults.absent();
        String expected = "the authorization endpoint at /authorize";
        if (there || protection.leadsToOAuth()) {
            judge(there, expected, seen, resource, expect);
        } else {
            protection.expect(expect, false, expected, seen);
        }
    }

    private static void judge(boolean right, String expected, String seen, ProtectedResource resource, Expect expect) {
        if (!right && !resource.served().isEmpty()) {
            expect.deviates(expected, seen + "; the resource metadata leads clients of later revisions only");
        } else {
            expect.holds(right, expected, seen);
        }
    }
}
