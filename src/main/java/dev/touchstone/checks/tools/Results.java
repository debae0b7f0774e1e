package dev.touchstone.checks.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.checks.parts.Item;
import dev.touchstone.junit.Called;
import dev.touchstone.junit.Calls;
import dev.touchstone.junit.Calls.Wrong;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The results of all calls, and the content in them. */
final class Results {
    private Results() {}

    /** The calls that got a result, with fitting arguments and without, of which there have to be some. */
    static List<Called> of(Calls calls, Expect expect) {
        calls.demand();
        List<Called> all = Stream.concat(
                        calls.all().stream(), calls.wrong().stream().map(Wrong::call))
                .toList();
        List<Called> results = all.stream()
                .filter(call -> call.reply().succeeded() && !call.reply().asksForInput())
                .toList();
        if (results.isEmpty()) {
            all.forEach(call -> expect.seen(call.reply()));
            throw new Inconclusive("no call got a result: "
                    + String.join(
                            "; ", all.stream().limit(3).map(Called::inShort).toList()));
        }
        results.forEach(call -> expect.seen(call.reply()));
        return results;
    }

    /** Where something in a result is, for a reader. */
    static String where(Called call, String pointer) {
        return "result of " + call.tool().shown() + " (exchange "
                + call.reply().evidence().get(0).number() + ", /result" + pointer + "):";
    }

    /** All items of content. */
    static List<Item> content(Calls calls, Expect expect) {
        List<Item> items = new ArrayList<>();
        for (Called call : of(calls, expect)) {
            JsonNode content = call.reply().result().path("content");
            for (int at = 0; content.isArray() && at < content.size(); at++) {
                items.add(new Item(content.get(at), where(call, "/content/" + at), 0));
            }
        }
        return items;
    }

    /** The items of content of a type, of which there have to be some. */
    static List<Item> content(String type, Calls calls, Expect expect) {
        List<Item> items = content(calls, expect).stream()
                .filter(item -> item.text("type").equals(type))
                .toList();
        if (items.isEmpty()) {
            throw new NotApplicable("no result of a tool that may be called has content of the type " + type);
        }
        return items;
    }
}
