package dev.touchstone.checks.versioning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Era;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Discovered;
import dev.touchstone.junit.Siblings;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Shown;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a request is answered whose version the server does not speak. */
@Conformance
class UnsupportedVersion {
    private static final String UNKNOWN = "1900-01-01";
    private static final String BY_CODE = "version.unsupported.error-code";

    @Verifies(BY_CODE)
    void an_unknown_version_is_refused_by_the_error_made_for_it(
            StatelessClient client, Discovered discovered, Expect expect) {
        Reply reply = unknown(client, discovered, expect);

        expect.that("version " + UNKNOWN, reply)
                .holds(
                        reply.refusalCode() == ErrorCode.UNSUPPORTED_VERSION,
                        "JSON-RPC error " + ErrorCode.UNSUPPORTED_VERSION);
    }

    @Verifies("version.unsupported.http-400")
    void the_refusal_has_status_400(StatelessClient client, Discovered discovered, Expect expect) {
        Reply reply = refused(client, discovered, expect);

        expect.that("version " + UNKNOWN, reply.evidence().get(0)).status(400);
    }

    @Verifies("version.unsupported.data-supported")
    void the_refusal_lists_the_versions_that_discovery_lists(
            StatelessClient client, Discovered discovered, Expect expect) {
        JsonNode listed = refused(client, discovered, expect).refusal().at("/data/supported");
        Set<String> named = strings(listed);
        JsonNode discoverable = discovered.reply().result().path("supportedVersions");

        expect.holds(
                listed.isArray() && !named.isEmpty() && named.size() == listed.size(),
                "error.data.supported is an array of at least one version",
                "error.data.supported is " + Shown.of(listed));
        if (discoverable.isArray()) {
            expect.seen(discovered.reply())
                    .holds(
                            named.equals(strings(discoverable)),
                            "error.data.supported names what discovery names, " + Shown.of(discoverable),
                            "error.data.supported is " + Shown.of(listed));
        }
    }

    @Verifies("version.unsupported.data-requested")
    void the_refusal_repeats_the_version_that_was_asked_for(
            StatelessClient client, Discovered discovered, Expect expect) {
        JsonNode requested = refused(client, discovered, expect).refusal().at("/data/requested");

        expect.holds(
                requested.asText().equals(UNKNOWN),
                "error.data.requested is " + UNKNOWN,
                "error.data.requested is " + Shown.of(requested));
    }

    @Verifies("version.unsupported.every-method")
    void every_method_refuses_an_unknown_version(StatelessClient client, Discovered discovered, Expect expect) {
        refused(client, discovered, expect);
        List<String> others = discovered.servedMethods().stream().skip(1).toList();
        if (others.isEmpty()) {
            throw new NotApplicable("the server advertises no list, so discovery is the only method to ask");
        }
        for (String method : others) {
            Reply reply = new Defective(client, expect).underVersion(UNKNOWN, method);
            expect.that(method + " under version " + UNKNOWN, reply)
                    .holds(
                            reply.refusalCode() == ErrorCode.UNSUPPORTED_VERSION,
                            "JSON-RPC error " + ErrorCode.UNSUPPORTED_VERSION);
        }
    }

    @Verifies("version.unsupported.known-but-declined")
    void a_published_version_that_is_not_spoken_is_refused_like_an_unknown_one(
            StatelessClient client, Discovered discovered, Catalogue catalogue, Siblings siblings, Expect expect) {
        Set<String> earlier = catalogue.revisions().stream()
                .filter(revision -> revision.era() == Era.STATEFUL)
                .map(Revision::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> spoken = strings(discovered.reply().result().path("supportedVersions"));
        if (siblings.spokenInAnyEra().stream().anyMatch(earlier::contains)
                || earlier.stream().anyMatch(spoken::contains)) {
            expect.seen(discovered.reply());
            throw new NotApplicable("what a server of both eras says to an earlier version here is not laid down");
        }
        refused(client, discovered, expect);
        String declined = earlier.iterator().next();
        Reply reply = new Defective(client, expect).underVersion(declined, discovered.servedMethod());

        expect.that("version " + declined, reply)
                .holds(
                        reply.refusalCode() == ErrorCode.UNSUPPORTED_VERSION,
                        "JSON-RPC error " + ErrorCode.UNSUPPORTED_VERSION);
    }

    @Verifies("version.supported.accepted")
    void every_listed_version_of_this_era_is_served(
            StatelessClient client, Discovered discovered, Dialect dialect, Expect expect) {
        List<String> listed = strings(discovered.succeeded().result().path("supportedVersions")).stream()
                .filter(version -> version.compareTo(dialect.revision().id()) >= 0)
                .toList();
        if (listed.isEmpty()) {
            throw new NotApplicable("discovery lists no version of this era");
        }
        for (String version : listed) {
            Reply reply = new Defective(client, expect).underVersion(version, discovered.servedMethod());
            expect.that("version " + version, reply).result();
        }
    }

    @Verifies("version.per-request-decision")
    void each_request_is_judged_by_its_own_version(StatelessClient client, Discovered discovered, Expect expect) {
        refused(client, discovered, expect);
        Reply right = client.ask(discovered.servedMethod());
        Reply wrongAgain = unknown(client, discovered, expect);

        expect.that("the right version after a wrong one", right).result();
        expect.that("the wrong version after a right one", wrongAgain)
                .holds(
                        wrongAgain.refusalCode() == ErrorCode.UNSUPPORTED_VERSION,
                        "JSON-RPC error " + ErrorCode.UNSUPPORTED_VERSION);
    }

    private static Reply unknown(StatelessClient client, Discovered discovered, Expect expect) {
        Reply reply = new Defective(client, expect).underVersion(UNKNOWN, discovered.servedMethod());
        expect.seen(reply);
        return reply;
    }

    /** The refusal of an unknown version by its own error, without which nothing else can be told of it. */
    private static Reply refused(StatelessClient client, Discovered discovered, Expect expect) {
        Reply reply = unknown(client, discovered, expect);
        if (reply.refusalCode() != ErrorCode.UNSUPPORTED_VERSION) {
            throw Inconclusive.blockedBy(BY_CODE, reply.inShort());
        }
        return reply;
    }

    private static Set<String> strings(JsonNode versions) {
        Set<String> result = new TreeSet<>();
        versions.forEach(version -> {
            if (version.isTextual()) {
                result.add(version.asText());
            }
        });
        return result;
    }
}
