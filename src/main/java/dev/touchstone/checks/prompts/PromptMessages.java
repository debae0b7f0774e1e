package dev.touchstone.checks.prompts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.checks.parts.Item;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.checks.prompts.GotPrompts.Got;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Shown;
import java.util.List;
import java.util.Set;

/** The messages that prompts/get yields. */
@Conformance
class PromptMessages {
    private static final Set<String> ROLES = Set.of("user", "assistant");

    @Verifies("prompts.get.result")
    void a_prompt_has_messages_with_a_role_and_one_content(GotPrompts prompts, Expect expect) {
        if (prompts.all().isEmpty()) {
            throw new NotApplicable("no prompt is listed");
        }
        Problems problems = new Problems();
        for (Got got : prompts.all()) {
            expect.seen(got.reply());
            boolean unknown = got.reply().code() == ErrorCode.METHOD_NOT_FOUND;
            problems.unless(!unknown, got.where() + ":", got.reply().inShort());
        }
        List<Got> some = problems.none() ? Obtained.some(prompts, expect) : List.of();
        some.forEach(got -> judge(got, problems));
        problems.judge(
                expect,
                "an array of messages, each with the role user or assistant and one content object with a type",
                some.size() + " prompts whose messages have a role and a content");
    }

    private static void judge(Got got, Problems problems) {
        JsonNode messages = got.reply().result().path("messages");
        problems.unless(messages.isArray(), got.where() + ":", "messages is " + Shown.of(messages));
        problems.demandTextIfAny(new Item(got.reply().result(), got.where() + ":", 0), List.of("description"));
        for (Item message : got.messages()) {
            JsonNode role = message.json().path("role");
            JsonNode content = message.json().path("content");
            problems.unless(ROLES.contains(message.text("role")), message.where(), "role is " + Shown.of(role));
            problems.unless(content.path("type").isTextual(), message.where(), "content is " + Shown.of(content));
        }
    }

    @Verifies("prompts.get.content-types.2024-11-05")
    void content_is_text_image_or_resource(GotPrompts prompts, Expect expect) {
        judgeTypes(Set.of("text", "image", "resource"), prompts, expect);
    }

    @Verifies("prompts.get.content-types.2025-03-26")
    void content_is_text_image_audio_or_resource(GotPrompts prompts, Expect expect) {
        judgeTypes(Set.of("text", "image", "audio", "resource"), prompts, expect);
    }

    @Verifies("prompts.get.content-types.2025-06-18")
    void content_is_text_image_audio_resource_or_link(GotPrompts prompts, Expect expect) {
        judgeTypes(Set.of("text", "image", "audio", "resource", "resource_link"), prompts, expect);
    }

    private static void judgeTypes(Set<String> known, GotPrompts prompts, Expect expect) {
        Problems problems = new Problems();
        List<Item> contents = Obtained.contents(prompts, expect).stream()
                .filter(content -> content.json().path("type").isTextual())
                .toList();
        if (contents.isEmpty()) {
            throw new NotApplicable("no prompt that was got has a message with typed content");
        }
        for (Item content : contents) {
            String type = content.text("type");
            problems.unless(known.contains(type), content.where(), "type is " + Shown.text(type));
            problems.unless(
                    !type.equals("text") || content.json().path("text").isTextual(), content.where(), "has no text");
            if (type.equals("resource_link") && known.contains(type)) {
                problems.demandText(content, "uri");
                problems.demandText(content, "name");
            }
        }
        problems.judge(
                expect,
                "one of the types " + String.join(", ", known.stream().sorted().toList()) + ", with its members",
                contents.size() + " contents of known types");
    }
}
