package dev.touchstone.checks.discover;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Discovered;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the discover result says. */
@Conformance
class DiscoverResult {
    private static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";

    @Verifies("discover.implemented")
    void discovery_is_answered_with_a_result(StatelessClient client, Expect expect) {
        expect.that(client.discover()).result();
    }

    @Verifies("discover.supported-versions")
    void the_versions_are_a_list_of_strings_that_is_not_empty(Discovered discovered, Expect expect) {
        Reply reply = discovered.succeeded();
        JsonNode versions = reply.result().path("supportedVersions");
        boolean strings = Json.each(versions).allMatch(JsonNode::isTextual);

        expect.seen(reply)
                .holds(
                        versions.isArray() && !versions.isEmpty() && strings,
                        "supportedVersions is an array of at least one string",
                        "supportedVersions is " + Shown.of(versions));
    }

    @Verifies("discover.supported-versions.includes-requested")
    void the_version_of_the_request_is_among_them(Discovered discovered, Dialect dialect, Expect expect) {
        Reply reply = discovered.succeeded();
        JsonNode versions = reply.result().path("supportedVersions");
        String asked = dialect.revision().id();
        if (!versions.isArray() || versions.isEmpty()) {
            throw new NotApplicable("discovery lists no versions: " + Shown.of(versions));
        }

        expect.seen(reply)
                .holds(
                        Json.each(versions).map(JsonNode::asText).anyMatch(asked::equals),
                        "supportedVersions contains " + asked,
                        "supportedVersions is " + Shown.of(versions));
    }

    @Verifies("discover.server-info")
    void the_server_says_who_it_is(Discovered discovered, Expect expect) {
        Reply reply = discovered.succeeded();
        JsonNode info = reply.result().path("_meta").path(SERVER_INFO);

        expect.seen(reply)
                .holds(
                        info.path("name").isTextual() && info.path("version").isTextual(),
                        "_meta has " + SERVER_INFO + " with a name and a version",
                        info.isMissingNode() ? "it has none" : "it is " + Shown.of(info));
    }

    @Verifies("discover.server-info.shape")
    void server_information_has_the_types_of_an_implementation(Discovered discovered, Expect expect) {
        List<Reply> replies = new ArrayList<>(List.of(discovered.succeeded()));
        replies.addAll(discovered.lists());
        List<Reply> named = replies.stream()
                .filter(reply -> reply.result().path("_meta").has(SERVER_INFO))
                .toList();
        if (named.isEmpty()) {
            throw new NotApplicable("no result of " + replies.size() + " carries " + SERVER_INFO);
        }
        for (Reply reply : named) {
            JsonNode info = reply.result().path("_meta").path(SERVER_INFO);
            boolean required =
                    info.path("name").isTextual() && info.path("version").isTextual();
            boolean optional = Stream.of("title", "description", "websiteUrl")
                    .map(info::path)
                    .allMatch(member -> member.isMissingNode() || member.isTextual());
            expect.seen(reply)
                    .holds(
                            required && optional,
                            "serverInfo is an object with the strings name and version, and title, description"
                                    + " and websiteUrl strings where present",
                            "serverInfo is " + Shown.of(info));
        }
    }

    @Verifies("discover.instructions.type")
    void instructions_are_a_string(Discovered discovered, Expect expect) {
        Reply reply = discovered.succeeded();
        JsonNode instructions = reply.result().path("instructions");
        if (instructions.isMissingNode()) {
            throw new NotApplicable("the discover result has no instructions (exchange "
                    + reply.evidence().get(0).number() + ")");
        }

        expect.seen(reply)
                .holds(
                        instructions.isTextual(),
                        "instructions are a string",
                        "instructions are " + Shown.of(instructions));
    }
}
