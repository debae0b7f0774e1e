package dev.touchstone.checks.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Shown;
import java.net.URI;
import java.util.List;
import java.util.TreeSet;

/** What the protected resource metadata says, and where it is found. */
@Conformance
class ResourceMetadata {
    private static final String IN_CHALLENGE = "auth.www-authenticate.resource-metadata";
    private static final String FOUND = "auth.discovery.header-or-well-known";
    private static final String SERVERS = "authorization_servers";

    @Verifies("discovery.prm.well-formed")
    void protected_resource_metadata_has_its_required_members(ProtectedResource metadata, Expect expect) {
        for (Document document : metadata.demand(expect)) {
            expect.that(document.label(), document.exchange())
                    .holds(document.exchange().mediaType().equals("application/json"), "media type application/json");
            boolean resource = Urls.absolute(document.text("resource"))
                    .filter(url -> url.getRawFragment() == null)
                    .isPresent();
            holds(expect, document, resource, "resource", "an absolute URL without fragment");
            holds(expect, document, urls(document.body().path(SERVERS)), SERVERS, "an array of at least one URL");
        }
    }

    private static boolean urls(JsonNode array) {
        for (JsonNode item : array) {
            if (!item.isTextual() || Urls.absolute(item.textValue()).isEmpty()) {
                return false;
            }
        }
        return array.isArray() && !array.isEmpty();
    }

    private static void holds(Expect expect, Document document, boolean right, String member, String expected) {
        JsonNode value = document.body().path(member);
        String seen = value.isMissingNode() ? "no " + member : member + " " + Shown.of(value);
        expect.holds(right, document.label() + ": " + member + ", " + expected, document.label() + ": " + seen);
    }

    @Verifies("discovery.prm.resource-matches")
    void the_metadata_names_the_resource_it_was_asked_for(ProtectedResource metadata, Target target, Expect expect) {
        metadata.demand(expect);
        boolean rootOnly = metadata.own().isEmpty();
        List<Document> documents = (rootOnly ? metadata.served() : metadata.own())
                .stream()
                        .filter(document ->
                                Urls.absolute(document.text("resource")).isPresent())
                        .toList();
        if (documents.isEmpty()) {
            throw Inconclusive.blockedBy("discovery.prm.well-formed", "the metadata has no resource to compare");
        }
        for (Document document : documents) {
            expect.seen(document.exchange());
            compare(document, target.url(), rootOnly, expect);
        }
    }

    private static void compare(Document document, URI target, boolean root, Expect expect) {
        String resource = document.text("resource");
        String named = Urls.normal(URI.create(resource));
        String wanted =
                named.contains("?") ? Urls.normal(target) : Urls.normal(target).split("\\?", 2)[0];
        String expected = document.label() + ": resource \"" + target + "\"";
        String seen = document.label() + ": resource " + Shown.quoted(resource);
        if (named.equals(wanted) || (root && named.equals(Urls.origin(target)))) {
            expect.holds(true, expected, seen);
        } else if (wanted.startsWith(WellKnown.withoutSlash(named) + "/")) {
            expect.deviates(expected, seen + ", a shorter path of the same origin, which some clients accept");
        } else {
            expect.holds(false, expected, seen);
        }
    }

    @Verifies("discovery.prm.path-inserted")
    void metadata_that_no_challenge_names_is_found_with_the_path_inserted(
            ProtectedResource metadata,
            Unauthenticated unauthenticated,
            WellKnown wellKnown,
            Catalogue catalogue,
            Dialect dialect,
            Expect expect) {
        boolean challenged = !unauthenticated.challenged().isEmpty();
        if (!unauthenticated.metadataUrls().isEmpty()) {
            unauthenticated.answers().forEach(expect::seen);
            throw new NotApplicable("the challenge names the metadata: "
                    + unauthenticated.metadataUrls().get(0));
        }
        Document appended = wellKnown.appended(WellKnown.RESOURCE);
        if (!appended.served()) {
            metadata.demand(expect);
        }
        boolean hidden = metadata.served().isEmpty();
        if (challenged && catalogue.get(IN_CHALLENGE).appliesTo(dialect.revision())) {
            throw Inconclusive.blockedBy(IN_CHALLENGE, "the challenge does not name the metadata");
        } else if (challenged && hidden && catalogue.get(FOUND).appliesTo(dialect.revision())) {
            throw Inconclusive.blockedBy(FOUND, "metadata only at " + appended.label());
        }
        Document elsewhere = metadata.root().served() ? metadata.root() : appended;
        expect.seen(elsewhere.exchange());
        Document inserted = metadata.inserted();
        expect.seen(inserted.exchange());
        expect.holds(
                inserted.served(),
                "metadata at " + inserted.label(),
                inserted.label() + ": " + inserted.exchange().inShort()
                        + (inserted.served() ? "" : ", but metadata at " + elsewhere.label()));
    }

    @Verifies("discovery.prm.forms-agree")
    void the_metadata_at_root_and_path_agree(ProtectedResource metadata, Expect expect) {
        metadata.demand(expect);
        Document root = metadata.root();
        Document inserted = metadata.inserted();
        expect.seen(root.exchange()).seen(inserted.exchange());
        if (!root.served() || !inserted.served() || root.equals(inserted)) {
            throw new NotApplicable("the metadata is served at one of the two addresses only");
        }
        if (root.texts(SERVERS).isEmpty()
                || inserted.texts(SERVERS).isEmpty()
                || origin(root).isEmpty()
                || origin(inserted).isEmpty()) {
            throw Inconclusive.blockedBy("discovery.prm.well-formed", "a member to compare is missing");
        }
        agree(expect, SERVERS, new TreeSet<>(root.texts(SERVERS)), new TreeSet<>(inserted.texts(SERVERS)));
        agree(expect, "origin of resource", origin(root), origin(inserted));
    }

    private static void agree(Expect expect, String what, Object atRoot, Object inserted) {
        expect.holds(
                atRoot.equals(inserted),
                "the same " + what + " at both addresses",
                what + " " + atRoot + " at the root and " + inserted + " with the path inserted");
    }

    private static String origin(Document document) {
        return Urls.absolute(document.text("resource")).map(Urls::origin).orElse("");
    }
}
