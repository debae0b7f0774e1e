package dev.touchstone.checks.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.checks.parts.Item;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.junit.Called;
import dev.touchstone.junit.Calls;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Shown;
import java.util.List;
import java.util.Set;

/** What every result of a call has. */
@Conformance
class CallResults {
    @Verifies("tools.call.result-content")
    void a_result_has_a_content_array(Calls calls, Expect expect) {
        Problems problems = new Problems();
        List<Called> results = Results.of(calls, expect);
        for (Called call : results) {
            JsonNode content = call.reply().result().path("content");
            problems.unless(content.isArray(), Results.where(call, "/content"), "is " + Shown.of(content));
        }
        problems.judge(expect, "content is an array", results.size() + " results with a content array");
    }

    @Verifies("tools.call.is-error-boolean")
    void the_mark_of_an_error_is_a_boolean(Calls calls, Expect expect) {
        Problems problems = new Problems();
        List<Called> marked = Results.of(calls, expect).stream()
                .filter(call -> call.reply().result().has("isError"))
                .toList();
        if (marked.isEmpty()) {
            throw new NotApplicable("no result of a tool that may be called has isError");
        }
        for (Called call : marked) {
            JsonNode mark = call.reply().result().path("isError");
            problems.unless(mark.isBoolean(), Results.where(call, "/isError"), "is " + Shown.of(mark));
        }
        problems.judge(expect, "isError is true or false", marked.size() + " results with a boolean isError");
    }

    @Verifies("tools.call.content-types.2024-11-05")
    void content_is_text_image_or_resource(Calls calls, Expect expect) {
        judge(Set.of("text", "image", "resource"), calls, expect);
    }

    @Verifies("tools.call.content-types.2025-03-26")
    void content_is_text_image_audio_or_resource(Calls calls, Expect expect) {
        judge(Set.of("text", "image", "audio", "resource"), calls, expect);
    }

    @Verifies("tools.call.content-types.2025-06-18")
    void content_is_text_image_audio_resource_link_or_resource(Calls calls, Expect expect) {
        judge(Set.of("text", "image", "audio", "resource_link", "resource"), calls, expect);
    }

    private static void judge(Set<String> types, Calls calls, Expect expect) {
        Problems problems = new Problems();
        List<Item> items = Results.content(calls, expect);
        if (items.isEmpty()) {
            throw new NotApplicable("no result of a tool that may be called has any content");
        }
        for (Item item : items) {
            JsonNode type = item.json().path("type");
            problems.unless(
                    type.isTextual() && types.contains(type.asText()), item.where(), "type is " + Shown.of(type));
            if (item.text("type").equals("text")) {
                problems.demandText(item, "text");
            }
        }
        problems.judge(
                expect,
                "type is " + String.join(", ", types.stream().sorted().toList()) + "; of text, text is a string",
                items.size() + " items of content of these types");
    }
}
