package dev.touchstone.checks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.client.Reply;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Shown;
import dev.touchstone.wire.schema.MetaSchemas;
import dev.touchstone.wire.schema.SchemaDialect;
import dev.touchstone.wire.schema.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The JSON Schemas that servers publish for their tools. */
@Conformance
class PublishedSchemas {
    private static final int NAMED = 5;
    private static final String LIST = "tools.list.result";

    private static final String OUTPUT_SHAPE = "tools.output-schema.shape";

    /** What the root has to say of its type is judged with the shape of tools, where it has to say anything. */
    private static final String ROOT_TYPE = "/type";

    /** A schema of a tool. */
    private record Published(String label, boolean input, JsonNode schema) {}

    @Verifies("schema.json-schema.valid")
    void every_schema_is_valid_in_its_dialect(Lists lists, Dialect own, Catalogue catalogue, Expect expect) {
        boolean outputsAreObjects = catalogue.get(OUTPUT_SHAPE).appliesTo(own.revision());
        List<String> unjudged = new ArrayList<>();
        int judged = 0;
        int found = 0;
        for (Published published : schemas(lists, expect)) {
            Optional<SchemaDialect> dialect = SchemaDialect.of(published.schema());
            if (dialect.isEmpty() || !MetaSchemas.judgeable(published.schema())) {
                unjudged.add(published.label() + (dialect.isEmpty() ? " is of an unknown dialect" : " is too large"));
                continue;
            }
            judged++;
            for (Violation violation : MetaSchemas.violations(dialect.get(), published.schema())) {
                boolean elsewhere = violation.pointer().equals(ROOT_TYPE) && (published.input() || outputsAreObjects);
                if (!elsewhere && found++ < Passively.MOST) {
                    String place = published.label() + " " + violation.pointer();
                    expect.holds(false, place + " is " + violation.expected(), place + " is " + violation.seen());
                }
            }
        }
        if (judged == 0) {
            throw new Inconclusive("no schema could be judged: " + String.join("; ", unjudged));
        }
        if (found == 0) {
            expect.holds(true, "valid schemas", "schemas that are valid in their dialects: " + judged);
        }
    }

    @Verifies("schema.json-schema.2020-12-recommended")
    void every_schema_is_of_the_recommended_dialect(Lists lists, Expect expect) {
        List<Published> published = schemas(lists, expect);
        List<Published> others = published.stream()
                .filter(one -> SchemaDialect.of(one.schema())
                        .filter(SchemaDialect.DRAFT_2020_12::equals)
                        .isEmpty())
                .toList();
        others.stream()
                .collect(Collectors.groupingBy(
                        one -> Shown.of(one.schema().path("$schema")), TreeMap::new, Collectors.toList()))
                .forEach((dialect, some) -> expect.holds(
                        false,
                        "no dialect, or " + SchemaDialect.DRAFT_2020_12.uri(),
                        some.size() + (some.size() == 1 ? " schema" : " schemas") + " with the dialect " + dialect
                                + ", among them "
                                + some.stream()
                                        .limit(NAMED)
                                        .map(Published::label)
                                        .collect(Collectors.joining(", "))));
        if (others.isEmpty()) {
            expect.holds(true, "2020-12", "schemas of the dialect 2020-12: " + published.size());
        }
    }

    private static List<Published> schemas(Lists lists, Expect expect) {
        List<Reply> pages = lists.walk(Lists.Kind.TOOLS).pages();
        pages.forEach(expect::seen);
        if (pages.stream().noneMatch(page -> page.result().path("tools").isArray())) {
            throw Inconclusive.blockedBy(LIST, pages.get(0).inShort());
        }
        List<Published> schemas = new ArrayList<>();
        for (JsonNode tool : lists.items(Lists.Kind.TOOLS)) {
            for (String member : List.of("inputSchema", "outputSchema")) {
                if (tool.path(member).isObject()) {
                    String label = "tool " + Shown.of(tool.path("name")) + " " + member;
                    schemas.add(new Published(label, member.equals("inputSchema"), tool.path(member)));
                }
            }
        }
        if (schemas.isEmpty()) {
            throw new NotApplicable("no tool that is listed has a schema");
        }
        return schemas;
    }
}
