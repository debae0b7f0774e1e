package dev.touchstone.checks.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.checks.parts.Item;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Received;
import dev.touchstone.wire.Shown;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What annotations say of resources, templates and content, wherever they came up in the run. */
@Conformance
@Afterwards
class ResourceAnnotations {
    private static final String LAST_MODIFIED = "resources.annotations.last-modified";
    private static final Set<String> ROLES = Set.of("user", "assistant");

    /** Where annotations of this kind are: the annotations of tools are others. */
    private static final Map<String, List<String>> PLACES = Map.of(
            "resources/list", List.of("resources"),
            "resources/templates/list", List.of("resourceTemplates"),
            "prompts/get", List.of("messages", "content"),
            "tools/call", List.of("content"));

    private static final DateTimeFormatter ISO_8601 = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    @Verifies("resources.annotations.valid")
    void annotations_name_roles_and_a_priority_from_0_to_1(
            Recorded recorded, Catalogue catalogue, Dialect dialect, Expect expect) {
        Problems problems = new Problems();
        List<Item> annotations = annotations(recorded, expect);
        boolean dated = catalogue
                .find(LAST_MODIFIED)
                .filter(record -> record.appliesTo(dialect.revision()))
                .isPresent();
        for (Item annotation : annotations) {
            judge(annotation, problems);
            if (dated) {
                problems.demandTextIfAny(annotation, List.of("lastModified"));
            }
        }
        problems.judge(
                expect,
                "audience an array of user and assistant, priority a number from 0 to 1"
                        + (dated ? ", lastModified a string" : ""),
                annotations.size() + " annotations are well-formed");
    }

    private static void judge(Item annotation, Problems problems) {
        JsonNode json = annotation.json();
        problems.unless(json.isObject(), annotation.where(), "is " + Shown.of(json));
        JsonNode audience = json.path("audience");
        boolean array = audience.isMissingNode() || audience.isArray();
        problems.unless(array, annotation.where(), "audience is " + Shown.of(audience));
        for (JsonNode role : array ? audience : MissingNode.getInstance()) {
            boolean known = role.isTextual() && ROLES.contains(role.asText());
            problems.unless(known, annotation.where(), "audience names " + Shown.of(role));
        }
        JsonNode priority = json.path("priority");
        boolean inside = priority.isNumber() && priority.asDouble() >= 0 && priority.asDouble() <= 1;
        problems.unless(priority.isMissingNode() || inside, annotation.where(), "priority is " + Shown.of(priority));
    }

    @Verifies(LAST_MODIFIED)
    void times_of_change_are_written_by_iso_8601(Recorded recorded, Expect expect) {
        List<Item> dated = annotations(recorded, expect).stream()
                .filter(annotation -> annotation.json().path("lastModified").isTextual())
                .toList();
        if (dated.isEmpty()) {
            throw new NotApplicable("no annotation that was seen has a lastModified");
        }
        Problems problems = new Problems();
        for (Item annotation : dated) {
            String time = annotation.text("lastModified");
            problems.unless(isTime(time), annotation.where(), "lastModified is \"" + Shown.text(time) + "\"");
        }
        problems.judge(expect, "an ISO 8601 timestamp", dated.size() + " times by ISO 8601");
    }

    private static boolean isTime(String text) {
        try {
            ISO_8601.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static List<Item> annotations(Recorded recorded, Expect expect) {
        List<Item> found = new ArrayList<>();
        PLACES.keySet().stream().sorted().forEach(method -> {
            for (Received received : recorded.results(method)) {
                int before = found.size();
                String where = method + " (exchange " + received.exchange().number() + ", /result";
                collect(received.result(), where, PLACES.getOrDefault(method, List.of()), found);
                if (found.size() > before) {
                    expect.seen(received.exchange());
                }
            }
        });
        if (found.isEmpty()) {
            throw new NotApplicable("nothing that was seen has annotations");
        }
        return found;
    }

    /** Follows members, arrays element by element, to the things that may have annotations. */
    private static void collect(JsonNode node, String where, List<String> members, List<Item> found) {
        if (node.isArray()) {
            for (int at = 0; at < node.size(); at++) {
                collect(node.get(at), where + "/" + at, members, found);
            }
        } else if (!members.isEmpty()) {
            String member = members.get(0);
            collect(node.path(member), where + "/" + member, members.subList(1, members.size()), found);
        } else if (node.has("annotations")) {
            found.add(new Item(node.path("annotations"), where + "/annotations):", 0));
        }
    }
}
