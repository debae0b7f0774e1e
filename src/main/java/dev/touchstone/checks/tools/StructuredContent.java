package dev.touchstone.checks.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.junit.Called;
import dev.touchstone.junit.Calls;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import dev.touchstone.wire.schema.ForeignSchema;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Results that a program can read, and the schemas that they promise to fit. */
@Conformance
class StructuredContent {
    private static final String MEMBER = "structuredContent";
    private static final String OBJECTS_ONLY = "tools.structured.is-object";
    private static final String SCHEMA_OF_OBJECT = "tools.output-schema.shape";

    @Verifies("tools.structured.is-object")
    void structured_content_is_an_object(Calls calls, Expect expect) {
        Problems problems = new Problems();
        List<Called> structured = structured(calls, expect);
        for (Called call : structured) {
            problems.unless(content(call).isObject(), where(call), "is " + Shown.of(content(call)));
        }
        problems.judge(expect, "structuredContent is an object", structured.size() + " results with an object");
    }

    @Verifies("tools.structured.text-fallback")
    void structured_content_is_repeated_as_text(Calls calls, Catalogue catalogue, Dialect dialect, Expect expect) {
        Problems problems = new Problems();
        List<Called> structured = allowed(structured(calls, expect), catalogue, dialect);
        for (Called call : structured) {
            JsonNode items = call.reply().result().path("content");
            boolean repeated = StreamSupport.stream(items.spliterator(), false)
                    .anyMatch(item -> repeats(item.path("text").asText(), content(call)));
            problems.unless(repeated, where(call), Shown.of(content(call)) + " is in no text of content");
        }
        problems.judge(
                expect,
                "a text item whose text is the same JSON",
                structured.size() + " results with the same JSON as text");
    }

    /** A sole member {@code result} is what SDKs wrap plain values in, whose text is the plain value. */
    private static boolean repeats(String text, JsonNode structured) {
        JsonNode wrapped = structured.path("result");
        boolean sole = structured.size() == 1
                && wrapped.isTextual()
                && wrapped.asText().equals(text);
        if (sole || (structured.isTextual() && structured.asText().equals(text))) {
            return true;
        }
        Optional<JsonNode> parsed = Json.parse(text);
        return parsed.filter(value -> same(value, structured)).isPresent()
                || (structured.size() == 1
                        && parsed.filter(value -> same(value, wrapped)).isPresent());
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.equals(
                (a, b) -> a.isNumber() && b.isNumber() && Double.compare(a.asDouble(), b.asDouble()) == 0
                        ? 0
                        : a.equals(b) ? 0 : 1,
                other);
    }

    @Verifies("tools.output-schema.structured-present")
    void a_tool_with_an_output_schema_returns_structured_content(
            Calls calls, Catalogue catalogue, Dialect dialect, Expect expect) {
        Problems problems = new Problems();
        List<Called> promised = promised(calls, catalogue, dialect, expect);
        for (Called call : promised) {
            problems.unless(call.reply().result().has(MEMBER), where(call), "is absent");
        }
        problems.judge(
                expect,
                "structuredContent, unless isError is true",
                promised.size() + " results of tools with an outputSchema have it");
    }

    @Verifies("tools.output-schema.conforms")
    void structured_content_fits_the_output_schema(Calls calls, Catalogue catalogue, Dialect dialect, Expect expect) {
        Problems problems = new Problems();
        List<Called> kept = promised(calls, catalogue, dialect, expect).stream()
                .filter(call -> call.reply().result().has(MEMBER))
                .toList();
        if (kept.isEmpty()) {
            throw Inconclusive.blockedBy(
                    "tools.output-schema.structured-present", "no tool with an outputSchema returned what it promises");
        }
        List<Called> promised = allowed(kept, catalogue, dialect);
        int judged = 0;
        for (Called call : promised) {
            Optional<List<String>> found = ForeignSchema.of(call.tool().listed().path("outputSchema"))
                    .flatMap(schema -> schema.problems(content(call)));
            judged += found.isPresent() ? 1 : 0;
            found.orElse(List.of()).forEach(problem -> problems.unless(false, where(call), Shown.text(problem)));
        }
        if (judged == 0) {
            throw new Inconclusive("no outputSchema of a tool that was called can be used by a validator");
        }
        problems.judge(
                expect,
                "structuredContent is valid against the tool's outputSchema",
                judged + " results that fit their outputSchema");
    }

    private static List<Called> promised(Calls calls, Catalogue catalogue, Dialect dialect, Expect expect) {
        List<Called> promised = Results.of(calls, expect).stream()
                .filter(call ->
                        call.succeeded() && promises(call.tool().listed().path("outputSchema"), catalogue, dialect))
                .toList();
        if (promised.isEmpty()) {
            throw new NotApplicable("no tool that did its work has an outputSchema");
        }
        return promised;
    }

    /** A schema of another type is none in the revisions that know objects only; there its record says so. */
    private static boolean promises(JsonNode schema, Catalogue catalogue, Dialect dialect) {
        boolean object = schema.path("type").asText().equals("object");
        return schema.isObject() && (object || !applies(SCHEMA_OF_OBJECT, catalogue, dialect));
    }

    private static boolean applies(String requirement, Catalogue catalogue, Dialect dialect) {
        return catalogue.get(requirement).appliesTo(dialect.revision());
    }

    private static List<Called> structured(Calls calls, Expect expect) {
        List<Called> structured = Results.of(calls, expect).stream()
                .filter(call -> call.reply().result().has(MEMBER))
                .toList();
        if (structured.isEmpty()) {
            throw new NotApplicable("no result of a tool that may be called has structuredContent");
        }
        return structured;
    }

    /** The results whose structured content is of a kind that the revision knows. */
    private static List<Called> allowed(List<Called> structured, Catalogue catalogue, Dialect dialect) {
        boolean objectsOnly = applies(OBJECTS_ONLY, catalogue, dialect);
        List<Called> allowed = structured.stream()
                .filter(call -> !objectsOnly || content(call).isObject())
                .toList();
        if (allowed.isEmpty()) {
            throw Inconclusive.blockedBy(OBJECTS_ONLY, "structuredContent is no object");
        }
        return allowed;
    }

    private static JsonNode content(Called call) {
        return call.reply().result().path(MEMBER);
    }

    private static String where(Called call) {
        return Results.where(call, "/" + MEMBER);
    }
}
