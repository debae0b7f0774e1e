package dev.touchstone.checks.prompts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.checks.completion.Completed;
import dev.touchstone.checks.parts.Item;
import dev.touchstone.checks.parts.Listing;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Shared;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The listed prompts, each got once per revision with values for the arguments it requires: a completion if the server
 * offers one, else a short word, else a number.
 */
@Shared(Shared.Per.DIALECT)
public final class GotPrompts {
    private static final int MOST = 10;
    private static final List<String> WORDS = List.of("test", "1");

    private final Lists lists;
    private final Completed completed;
    private final McpClient client;
    private @Nullable List<Got> got;

    /**
     * A prompt that was got.
     *
     * @param prompt the prompt, as it is listed
     * @param arguments the arguments given
     * @param reply what came of it
     */
    public record Got(Item prompt, ObjectNode arguments, Reply reply) {
        String name() {
            return prompt.text("name");
        }

        /** Whether the prompt was got: a result that does not ask for input first. */
        public boolean done() {
            return reply.succeeded() && !reply.asksForInput();
        }

        String where() {
            return "prompts/get of " + Shown.text(name());
        }

        /** The messages, each with where it is. */
        List<Item> messages() {
            List<Item> items = new ArrayList<>();
            JsonNode messages = reply.result().path("messages");
            for (int at = 0; messages.isArray() && at < messages.size(); at++) {
                items.add(new Item(messages.get(at), where() + ", /result/messages/" + at + ":", 0));
            }
            return items;
        }

        /** The arguments that the prompt requires. */
        List<String> required() {
            return GotPrompts.required(prompt);
        }
    }

    GotPrompts(Lists lists, Completed completed, McpClient client) {
        this.lists = lists;
        this.completed = completed;
        this.client = client;
    }

    /** What came of getting each of the first prompts. */
    public synchronized List<Got> all() {
        if (got == null) {
            List<Item> prompts = Listing.of(lists, Kind.PROMPTS).items().stream()
                    .filter(prompt -> !prompt.text("name").isEmpty())
                    .limit(MOST)
                    .toList();
            got = prompts.isEmpty() ? List.of() : asked(prompts);
        }
        return got;
    }

    private List<Got> asked(List<Item> prompts) {
        List<Got> all = new ArrayList<>();
        try (Session session = client.connect()) {
            for (Item prompt : prompts) {
                Got first = get(session, prompt, WORDS.get(0));
                boolean again = !first.reply().error().isMissingNode()
                        && !first.required().isEmpty();
                Got second = again ? get(session, prompt, WORDS.get(1)) : first;
                all.add(second.reply().succeeded() ? second : first);
            }
        }
        return List.copyOf(all);
    }

    private Got get(Session session, Item prompt, String word) {
        ObjectNode arguments = Json.object();
        for (String name : required(prompt)) {
            arguments.put(name, completed.value(prompt.text("name"), name).orElse(word));
        }
        ObjectNode params = Json.object().put("name", prompt.text("name"));
        if (!arguments.isEmpty()) {
            params.set("arguments", arguments);
        }
        return new Got(prompt, arguments, session.ask("prompts/get", params));
    }

    private static List<String> required(Item prompt) {
        List<String> names = new ArrayList<>();
        for (JsonNode argument : prompt.json().path("arguments")) {
            if (argument.path("required").asBoolean() && argument.path("name").isTextual()) {
                names.add(argument.path("name").asText());
            }
        }
        return names;
    }
}
