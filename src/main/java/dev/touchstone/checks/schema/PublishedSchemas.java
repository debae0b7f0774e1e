package dev.touchstone.checks.schema;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.checks.parts.ToolSchema;
import dev.touchstone.client.Reply;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Shown;
import dev.touchstone.wire.schema.SchemaDialect;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The JSON Schemas that servers publish for their tools. */
@Conformance
class PublishedSchemas {
    private static final int NAMED = 5;
    private static final String LIST = "tools.list.result";

    private static final String OUTPUT_SHAPE = "tools.output-schema.shape";

    @Verifies("schema.json-schema.valid")
    void every_schema_is_valid_in_its_dialect(Lists lists, Dialect own, Catalogue catalogue, Expect expect) {
        boolean outputsAreObjects = catalogue.get(OUTPUT_SHAPE).appliesTo(own.revision());
        ToolSchema.judge(
                schemas(lists, expect),
                schema -> SchemaDialect.of(schema).stream().toList(),
                outputsAreObjects,
                expect);
    }

    @Verifies("schema.json-schema.2020-12-recommended")
    void every_schema_is_of_the_recommended_dialect(Lists lists, Expect expect) {
        List<ToolSchema> published = schemas(lists, expect);
        List<ToolSchema> others = published.stream()
                .filter(one -> SchemaDialect.of(one.json())
                        .filter(SchemaDialect.DRAFT_2020_12::equals)
                        .isEmpty())
                .toList();
        others.stream()
                .collect(Collectors.groupingBy(
                        one -> Shown.of(one.json().path("$schema")), TreeMap::new, Collectors.toList()))
                .forEach((dialect, some) -> expect.holds(
                        false,
                        "no dialect, or " + SchemaDialect.DRAFT_2020_12.uri(),
                        some.size() + (some.size() == 1 ? " schema" : " schemas") + " with the dialect " + dialect
                                + ", among them "
                                + some.stream()
                                        .limit(NAMED)
                                        .map(ToolSchema::label)
                                        .collect(Collectors.joining(", "))));
        if (others.isEmpty()) {
            expect.holds(true, "2020-12", "schemas of the dialect 2020-12: " + published.size());
        }
    }

    private static List<ToolSchema> schemas(Lists lists, Expect expect) {
        List<Reply> pages = lists.walk(Lists.Kind.TOOLS).pages();
        pages.forEach(expect::seen);
        if (pages.stream().noneMatch(page -> page.result().path("tools").isArray())) {
            throw Inconclusive.blockedBy(LIST, pages.get(0).inShort());
        }
        List<ToolSchema> schemas = ToolSchema.of(lists.items(Lists.Kind.TOOLS));
        if (schemas.isEmpty()) {
            throw new NotApplicable("no tool that is listed has a schema");
        }
        return schemas;
    }
}
