package dev.touchstone.checks.prompts;

import dev.touchstone.checks.parts.Item;
import dev.touchstone.checks.prompts.GotPrompts.Got;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import java.util.List;

/** Prompts that could be got and what is in them, or the reason why there is nothing to judge. */
final class Obtained {
    private Obtained() {}

    /** The prompts that could be got, taken as evidence. */
    static List<Got> some(GotPrompts prompts, Expect expect) {
        if (prompts.all().isEmpty()) {
            throw new NotApplicable("no prompt is listed");
        }
        List<Got> some = prompts.all().stream().filter(Got::done).toList();
        some.forEach(got -> expect.seen(got.reply()));
        if (some.isEmpty()) {
            Got first = prompts.all().get(0);
            expect.seen(first.reply());
            throw new Inconclusive("no listed prompt could be got, so there is nothing to judge: " + first.where()
                    + ": " + first.reply().inShort());
        }
        return some;
    }

    /** The content of all messages, each with where it is. */
    static List<Item> contents(GotPrompts prompts, Expect expect) {
        return some(prompts, expect).stream()
                .flatMap(got -> got.messages().stream())
                .map(message -> message.inner("/content"))
                .toList();
    }

    /** The content of one type. */
    static List<Item> contents(GotPrompts prompts, String type, Expect expect) {
        List<Item> contents = contents(prompts, expect).stream()
                .filter(content -> content.text("type").equals(type))
                .toList();
        if (contents.isEmpty()) {
            throw new NotApplicable("no prompt that was got has content of type " + type);
        }
        return contents;
    }
}
