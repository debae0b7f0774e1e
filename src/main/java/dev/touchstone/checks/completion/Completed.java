package dev.touchstone.checks.completion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Era;
import dev.touchstone.checks.parts.Item;
import dev.touchstone.checks.parts.Listing;
import dev.touchstone.checks.parts.UriTemplate;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Shared;
import dev.touchstone.preflight.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Completions of the arguments of prompts and the variables of templates, each begun with nothing, once per revision. */
@Shared(Shared.Per.DIALECT)
public final class Completed {
    private static final int MOST_ARGUMENTS = 6;
    private static final int MOST_VARIABLES = 4;

    private final Dialect dialect;
    private final Lists lists;
    private final McpClient client;
    private @Nullable List<Completion> completions;

    Completed(Dialect dialect, Lists lists, McpClient client) {
        this.dialect = dialect;
        this.lists = lists;
        this.client = client;
    }

    /** What can be completed: the arguments of listed prompts, then the variables of listed templates. */
    List<Subject> subjects() {
        List<Subject> arguments = new ArrayList<>();
        for (Item prompt : items(Kind.PROMPTS)) {
            for (JsonNode argument : prompt.json().path("arguments")) {
                arguments.add(new Subject(
                        Subject.PROMPT,
                        prompt.text("name"),
                        argument.path("name").asText()));
            }
        }
        List<Subject> variables = new ArrayList<>();
        for (Item template : items(Kind.TEMPLATES)) {
            String uri = template.text("uriTemplate");
            UriTemplate.variablesOf(uri).forEach(name -> variables.add(new Subject(Subject.RESOURCE, uri, name)));
        }
        return Stream.concat(
                        arguments.stream().limit(MOST_ARGUMENTS),
                        variables.stream().limit(MOST_VARIABLES))
                .filter(subject ->
                        !subject.owner().isEmpty() && !subject.argument().isEmpty())
                .toList();
    }

    private List<Item> items(Kind kind) {
        return lists.declares(kind) ? Listing.of(lists, kind).items() : List.of();
    }

    /** What came of completing each of them; nothing where the server has no completions. */
    synchronized List<Completion> all() {
        if (completions == null) {
            completions = offered() && !subjects().isEmpty() ? List.copyOf(asked()) : List.of();
        }
        return completions;
    }

    /** Whether the server declares completions, or the revision has no way to declare them. */
    boolean offered() {
        return dialect.offers("completions");
    }

    /** Whether the initialize result declares completions. */
    boolean declared() {
        return dialect.capabilities().has("completions");
    }

    /** The requirement that an unknown method counts against where completions are declared, if it is not one of these. */
    Optional<String> blocker() {
        return dialect.revision().era() == Era.STATELESS ? Optional.of(lists.blocker()) : Optional.empty();
    }

    private List<Completion> asked() {
        List<Completion> all = new ArrayList<>();
        try (Session session = client.connect()) {
            for (Subject subject : subjects()) {
                all.add(new Completion(subject, session.ask("completion/complete", subject.params(""))));
            }
        }
        return all;
    }

    /** The completions of prompts or of templates that got a result. */
    List<Completion> served() {
        return all().stream()
                .filter(completion -> completion.reply().succeeded())
                .toList();
    }

    /** The first value offered for an argument of a prompt or a variable of a template. */
    public Optional<String> value(String owner, String argument) {
        return served().stream()
                .filter(completion -> completion.subject().owner().equals(owner)
                        && completion.subject().argument().equals(argument))
                .map(completion -> completion.completion().path("values").path(0))
                .filter(value -> value.isTextual() && !value.asText().isEmpty())
                .map(JsonNode::asText)
                .findFirst();
    }
}
