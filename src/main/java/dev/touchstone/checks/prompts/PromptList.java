package dev.touchstone.checks.prompts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.checks.parts.Declaration;
import dev.touchstone.checks.parts.Item;
import dev.touchstone.checks.parts.Listing;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Shown;
import java.util.List;

/** What prompts/list yields. */
@Conformance
class PromptList {
    private static final List<String> TEXTS = List.of("description");

    @Verifies("prompts.capability.declared")
    void a_server_that_lists_prompts_declares_the_capability(Lists lists, Observed observed, Expect expect) {
        Declaration.judge(Kind.PROMPTS, lists, observed, expect);
    }

    @Verifies("prompts.list.result")
    void prompts_are_listed_in_an_array(Lists lists, Expect expect) {
        Listing.of(lists, Kind.PROMPTS).served(expect).judgeArray(expect);
    }

    @Verifies("prompts.list.prompt-shape")
    void each_prompt_and_each_argument_has_a_name(Lists lists, Expect expect) {
        Problems problems = new Problems();
        List<Item> prompts = Listing.of(lists, Kind.PROMPTS).served(expect).some();
        for (Item prompt : prompts) {
            problems.demandText(prompt, "name");
            problems.demandTextIfAny(prompt, TEXTS);
            JsonNode arguments = prompt.json().path("arguments");
            boolean array = arguments.isMissingNode() || arguments.isArray();
            problems.unless(array, prompt.where(), "arguments is " + Shown.of(arguments));
            for (int at = 0; array && at < arguments.size(); at++) {
                judge(prompt.inner("/arguments/" + at), problems);
            }
        }
        problems.judge(
                expect,
                "prompts with a name, and arguments with a name and, if given, a boolean required",
                prompts.size() + " prompts, each with a name");
    }

    private static void judge(Item argument, Problems problems) {
        problems.demandText(argument, "name");
        problems.demandTextIfAny(argument, TEXTS);
        JsonNode required = argument.json().path("required");
        problems.unless(
                required.isMissingNode() || required.isBoolean(),
                argument.where(),
                "required is " + Shown.of(required));
    }

    @Verifies("prompts.name.unique")
    void no_name_is_listed_twice(Lists lists, Expect expect) {
        Listing.of(lists, Kind.PROMPTS).served(expect).judgeUnique(expect);
    }
}
