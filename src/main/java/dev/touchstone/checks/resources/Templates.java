package dev.touchstone.checks.resources;

import dev.touchstone.checks.completion.Completed;
import dev.touchstone.checks.parts.Item;
import dev.touchstone.checks.parts.Listing;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.checks.parts.UriSyntax;
import dev.touchstone.checks.parts.UriTemplate;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What resources/templates/list yields, and what becomes of its templates. */
@Conformance
class Templates {
    private static final List<String> TEXTS = List.of("description", "mimeType");

    @Verifies("resources.templates.result")
    void templates_are_listed_in_an_array_each_with_a_name(Lists lists, Expect expect) {
        Listing listing = listing(lists, expect);
        if (!expect.that("resources/templates/list", listing.first()).result()) {
            return;
        }
        listing.judgeArray(expect);
        Problems problems = new Problems();
        for (Item template : listing.items()) {
            problems.demandText(template, "uriTemplate");
            problems.demandText(template, "name");
            problems.demandTextIfAny(template, TEXTS);
        }
        problems.judge(
                expect,
                "uriTemplate and name are strings, and so are description and mimeType where they are given",
                listing.items().size() + " templates");
    }

    @Verifies("resources.templates.rfc6570")
    void templates_follow_rfc_6570(Lists lists, Expect expect) {
        Problems problems = new Problems();
        Problems expansions = new Problems();
        List<Item> templates = listing(lists, expect).some();
        for (Item template : templates) {
            if (template.json().path("uriTemplate").isTextual()) {
                judge(template, problems, expansions);
            }
        }
        problems.judge(expect, "a URI template by RFC 6570", templates.size() + " templates parse");
        expansions.warn(expect, "a template that expands to a URI by RFC 3986");
    }

    private static void judge(Item template, Problems problems, Problems expansions) {
        try {
            String uri = UriTemplate.parse(template.text("uriTemplate")).expand(name -> "sample");
            Optional<String> problem = UriSyntax.problem(uri);
            expansions.unless(
                    problem.isEmpty(),
                    template.where(),
                    "expands to " + Shown.text(uri) + ", which " + problem.orElse(""));
        } catch (UriTemplate.Malformed malformed) {
            problems.unless(false, template.where(), malformed.problem());
        }
    }

    @Verifies("resources.templates.expansion-readable")
    void a_template_filled_with_completed_values_can_be_read(
            Session session, Lists lists, Completed completed, Expect expect) {
        for (Item template : listing(lists, expect).some()) {
            Optional<String> uri = filled(template.text("uriTemplate"), completed);
            if (uri.isPresent()) {
                judgeReading(uri.get(), session, expect);
                return;
            }
        }
        throw new NotApplicable(
                "no listed template has completions for all of its variables, so no good values are known");
    }

    private static void judgeReading(String uri, Session session, Expect expect) {
        Reply reply = session.ask("resources/read", Json.object().put("uri", uri));
        expect.seen(reply);
        if (reply.isLost()) {
            throw Inconclusive.lost("resources/read");
        }
        if (reply.asksForInput()) {
            throw new Inconclusive("resources/read of " + Shown.text(uri) + " asks for input first");
        }
        boolean some = !reply.result().path("contents").isEmpty();
        expect.that("resources/read of " + Shown.text(uri), reply)
                .holds(reply.succeeded() && some, "a result with contents");
    }

    private static Optional<String> filled(String text, Completed completed) {
        Map<String, String> values = new HashMap<>();
        for (String variable : UriTemplate.variablesOf(text)) {
            completed.value(text, variable).ifPresent(value -> values.put(variable, value));
        }
        try {
            UriTemplate template = UriTemplate.parse(text);
            boolean known = values.keySet().containsAll(template.variables()) && !values.isEmpty();
            return known ? Optional.of(template.expand(values::get)) : Optional.empty();
        } catch (UriTemplate.Malformed malformed) {
            return Optional.empty();
        }
    }

    /** The list, if the server has one: templates have no capability of their own. */
    private static Listing listing(Lists lists, Expect expect) {
        Listing listing = Listing.of(lists, Kind.TEMPLATES);
        listing.walk().pages().forEach(expect::seen);
        Reply first = listing.first();
        if (first.code() == ErrorCode.METHOD_NOT_FOUND) {
            throw new NotApplicable("the server has no templates: resources/templates/list got " + first.inShort());
        } else if (first.isLost()) {
            throw Inconclusive.lost("resources/templates/list");
        }
        return listing;
    }
}
