package dev.touchstone.checks.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.checks.parts.Base64Text;
import dev.touchstone.checks.parts.EmbeddedContents;
import dev.touchstone.checks.parts.Item;
import dev.touchstone.checks.parts.MediaType;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.checks.parts.UriSyntax;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Calls;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.util.List;

/** Content of results that is more than text. */
@Conformance
class RichContent {
    private static final int MOST_READ = 3;

    @Verifies("tools.call.image-content")
    void an_image_is_base64_with_a_media_type(Calls calls, Expect expect) {
        media("image", calls, expect);
    }

    @Verifies("tools.call.audio-content")
    void a_sound_is_base64_with_a_media_type(Calls calls, Expect expect) {
        media("audio", calls, expect);
    }

    private static void media(String type, Calls calls, Expect expect) {
        Problems problems = new Problems();
        List<Item> items = Results.content(type, calls, expect);
        for (Item item : items) {
            base64(problems, item, "data");
            boolean valid = MediaType.isValid(item.text("mimeType"));
            problems.unless(
                    valid, item.where(), "mimeType is " + Shown.of(item.json().path("mimeType")));
        }
        problems.judge(
                expect,
                "data is base64 with the standard alphabet and padding, mimeType a media type",
                items.size() + " items of the type " + type);
    }

    private static void base64(Problems problems, Item item, String member) {
        problems.demandText(item, member);
        Base64Text.problem(item.text(member))
                .ifPresent(problem -> problems.unless(false, item.where(), member + " " + problem));
    }

    @Verifies("tools.call.embedded-resource")
    void an_embedded_resource_has_a_uri_and_a_text_or_a_blob(Calls calls, Expect expect) {
        Problems problems = new Problems();
        Problems both = new Problems();
        List<Item> items = Results.content("resource", calls, expect);
        for (Item item : items) {
            Item resource = item.inner("/resource");
            uri(problems, resource);
            EmbeddedContents.judge(resource, problems, both);
            EmbeddedContents.judgeBlob(resource, problems);
        }
        problems.judge(
                expect,
                "resource.uri is a URI, and one of text and blob (base64) is a string",
                items.size() + " embedded resources");
        both.warn(expect, "either a text or a blob");
    }

    @Verifies("tools.call.resource-link")
    void a_resource_link_has_a_uri_and_a_name(Calls calls, Expect expect) {
        Problems problems = new Problems();
        List<Item> items = Results.content("resource_link", calls, expect);
        for (Item item : items) {
            uri(problems, item);
            problems.demandText(item, "name");
            problems.demandTextIfAny(item, List.of("description", "mimeType"));
        }
        problems.judge(expect, "uri is a URI, name a string", items.size() + " resource links");
    }

    private static void uri(Problems problems, Item item) {
        problems.demandText(item, "uri");
        if (item.json().path("uri").isTextual()) {
            UriSyntax.problem(item.text("uri"))
                    .ifPresent(problem -> problems.unless(
                            false, item.where(), "uri " + Shown.text(item.text("uri")) + " " + problem));
        }
    }

    @Verifies("tools.call.embedded-resource.capability")
    void a_server_that_embeds_resources_declares_them(Session session, Calls calls, Dialect dialect, Expect expect) {
        List<Item> items = Results.content("resource", calls, expect);
        boolean declared = dialect.offers("resources");
        if (!declared && session.ask("resources/list").succeeded()) {
            throw Inconclusive.blockedBy("resources.capability.declared", "resources are listed and not declared");
        }
        expect.holds(
                declared,
                "the resources capability is declared",
                items.get(0).where() + " a resource; "
                        + dialect.feature("resources").evidence());
    }

    @Verifies("tools.call.embedded-resource.refetchable")
    void an_embedded_resource_can_be_read(Session session, Calls calls, Lists lists, Expect expect) {
        List<Item> items = Results.content("resource", calls, expect).stream()
                .map(item -> item.inner("/resource"))
                .toList();
        readable(items, session, lists, expect);
    }

    @Verifies("tools.call.resource-link.fetchable")
    void a_linked_resource_can_be_read(Session session, Calls calls, Lists lists, Expect expect) {
        List<Item> items = Results.content("resource_link", calls, expect).stream()
                .filter(item -> !item.text("uri").matches("(?is)https?:.*"))
                .toList();
        readable(items, session, lists, expect);
    }

    private static void readable(List<Item> items, Session session, Lists lists, Expect expect) {
        List<String> uris = items.stream()
                .map(item -> item.text("uri"))
                .filter(uri -> !uri.isEmpty())
                .distinct()
                .limit(MOST_READ)
                .toList();
        if (uris.isEmpty()) {
            throw new NotApplicable("no URI came that could be read from the server");
        } else if (!lists.declares(Kind.RESOURCES)) {
            throw new NotApplicable("the server does not declare resources, which reading takes");
        }
        for (String uri : uris) {
            ObjectNode params = Json.object().put("uri", uri);
            Reply reply = session.ask("resources/read", params);
            JsonNode contents = reply.result().path("contents");
            if (!reply.succeeded() && !lists.walk(Kind.RESOURCES).pages().get(0).succeeded()) {
                throw Inconclusive.blockedBy(lists.blocker(), "no resource can be read or listed: " + reply.inShort());
            }
            expect.that("resources/read of " + Shown.text(uri), reply)
                    .holds(contents.isArray() && !contents.isEmpty(), "its contents");
        }
    }
}
