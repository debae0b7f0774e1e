package dev.touchstone.checks.tools;

import dev.touchstone.checks.parts.Item;
import dev.touchstone.checks.parts.Listing;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.CallableTool;
import dev.touchstone.junit.Called;
import dev.touchstone.junit.Calls;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Shown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How tools are named. */
@Conformance
class ToolNames {
    private static final int LONGEST = 128;
    private static final String ALLOWED = "_-.";

    @Verifies("tools.name.unique")
    void no_name_is_listed_twice(Lists lists, Expect expect) {
        Listing.of(lists, Kind.TOOLS).served(expect).judgeUnique(expect);
    }

    @Verifies("tools.name.length")
    void a_name_has_1_to_128_characters(Lists lists, Expect expect) {
        Problems problems = new Problems();
        List<Item> named = named(lists, expect);
        for (Item tool : named) {
            int length = tool.text("name").codePointCount(0, tool.text("name").length());
            problems.unless(length >= 1 && length <= LONGEST, tool.where(), "has " + length + " characters");
        }
        problems.judge(expect, "1 to 128 characters", named.size() + " names of 1 to 128 characters");
    }

    @Verifies("tools.name.characters")
    void a_name_has_ascii_letters_digits_underscore_hyphen_and_dot_only(Lists lists, Expect expect) {
        Problems problems = new Problems();
        List<Item> named = named(lists, expect);
        for (Item tool : named) {
            Optional<String> strange = tool.text("name")
                    .codePoints()
                    .filter(c -> !isAllowed(c))
                    .mapToObj(c -> "U+%04X".formatted(c))
                    .findFirst();
            problems.unless(strange.isEmpty(), tool.where(), "has the character " + strange.orElse(""));
        }
        problems.judge(
                expect,
                "ASCII letters, digits, underscore, hyphen and dot",
                named.size() + " names of such characters");
    }

    private static boolean isAllowed(int c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (c >= '0' && c <= '9') || ALLOWED.indexOf(c) >= 0;
    }

    private static List<Item> named(Lists lists, Expect expect) {
        List<Item> named = ToolList.listed(lists, expect).stream()
                .filter(tool -> tool.json().path("name").isTextual())
                .toList();
        if (named.isEmpty()) {
            throw Inconclusive.blockedBy("tools.list.tool-shape", "no tool has a name");
        }
        return named;
    }

    @Verifies("tools.name.case-sensitive")
    void a_tool_is_not_found_by_its_name_in_another_case(Session session, Calls calls, Lists lists, Expect expect) {
        Set<String> listed = ToolList.listed(lists, expect).stream()
                .map(tool -> tool.text("name"))
                .collect(Collectors.toSet());
        CallableTool tool = calls.demand().stream()
                .filter(Called::succeeded)
                .map(Called::tool)
                .filter(candidate -> !listed.contains(changed(candidate)))
                .findFirst()
                .orElseThrow(() ->
                        new NotApplicable("no tool that was called successfully has a name with letters to change"));
        calls.of(tool.name()).ifPresent(call -> expect.seen(call.reply()));
        Reply reply = session.ask("tools/call", tool.params().put("name", changed(tool)));
        Called called = new Called(tool, reply, List.of());
        String seen = "called as " + Shown.text(changed(tool)) + ": " + called.inShort();
        expect.seen(reply);
        CallErrors.demandAnswer(reply, seen);
        expect.holds(!called.succeeded(), "an error, as of any unknown tool", seen);
    }

    private static String changed(CallableTool tool) {
        String upper = tool.name().toUpperCase(Locale.ROOT);
        return upper.equals(tool.name()) ? tool.name().toLowerCase(Locale.ROOT) : upper;
    }
}
