package dev.touchstone.checks.prompts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.checks.parts.Base64Text;
import dev.touchstone.checks.parts.EmbeddedContents;
import dev.touchstone.checks.parts.Item;
import dev.touchstone.checks.parts.MediaType;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.checks.parts.UriSyntax;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Shown;
import java.util.List;

/** Images, sound and resources in the messages of prompts. */
@Conformance
class PromptMedia {

    @Verifies("prompts.content.image")
    void images_are_base64_with_a_media_type(GotPrompts prompts, Expect expect) {
        judgeMedia("image", prompts, expect);
    }

    @Verifies("prompts.content.audio")
    void sound_is_base64_with_a_media_type(GotPrompts prompts, Expect expect) {
        judgeMedia("audio", prompts, expect);
    }

    private static void judgeMedia(String type, GotPrompts prompts, Expect expect) {
        Problems problems = new Problems();
        List<Item> contents = Obtained.contents(prompts, type, expect);
        for (Item content : contents) {
            judgeData(content, problems);
            judgeType(content, problems);
        }
        problems.judge(expect, "data in base64 and a valid mimeType", contents.size() + " contents of type " + type);
    }

    @Verifies("prompts.content.resource-uri")
    void embedded_resources_have_a_valid_uri(GotPrompts prompts, Expect expect) {
        Problems problems = new Problems();
        List<Item> resources = resources(prompts, expect);
        for (Item resource : resources) {
            JsonNode uri = resource.json().path("uri");
            String problem = uri.isTextual() ? UriSyntax.problem(uri.asText()).orElse("") : "is no string";
            problems.unless(problem.isEmpty(), resource.where(), "uri " + Shown.of(uri) + " " + problem);
        }
        problems.judge(expect, "an absolute URI by RFC 3986", resources.size() + " embedded resources with valid URIs");
    }

    @Verifies("prompts.content.resource-mime-type")
    void embedded_resources_have_a_media_type(GotPrompts prompts, Expect expect) {
        Problems problems = new Problems();
        List<Item> resources = resources(prompts, expect);
        resources.forEach(resource -> judgeType(resource, problems));
        problems.judge(expect, "a valid mimeType", resources.size() + " embedded resources with a mimeType");
    }

    @Verifies("prompts.content.resource-data")
    void embedded_resources_have_a_text_or_a_blob_in_base64(GotPrompts prompts, Expect expect) {
        Problems problems = new Problems();
        Problems both = new Problems();
        List<Item> resources = resources(prompts, expect);
        for (Item resource : resources) {
            EmbeddedContents.judge(resource, problems, both);
            EmbeddedContents.judgeBlob(resource, problems);
        }
        problems.judge(expect, "a text, or a blob in base64", resources.size() + " embedded resources with data");
        both.warn(expect, "either a text or a blob");
    }

    private static List<Item> resources(GotPrompts prompts, Expect expect) {
        return Obtained.contents(prompts, "resource", expect).stream()
                .map(content -> content.inner("/resource"))
                .toList();
    }

    private static void judgeData(Item item, Problems problems) {
        JsonNode data = item.json().path("data");
        String problem = data.isTextual() ? Base64Text.problem(data.asText()).orElse("") : "is no string";
        problems.unless(problem.isEmpty(), item.where(), "data " + Shown.of(data) + " " + problem);
    }

    private static void judgeType(Item item, Problems problems) {
        JsonNode type = item.json().path("mimeType");
        boolean valid = type.isTextual() && MediaType.isValid(type.asText());
        problems.unless(valid, item.where(), "mimeType is " + Shown.of(type));
    }
}
