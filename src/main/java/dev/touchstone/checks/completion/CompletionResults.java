package dev.touchstone.checks.completion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.util.List;

/** What completion/complete yields. */
@Conformance
class CompletionResults {
    private static final int MOST_VALUES = 100;

    @Verifies("completion.result.shape")
    void a_completion_has_values_that_are_strings(Completed completed, Expect expect) {
        Problems problems = new Problems();
        List<Completion> served = Served.some(completed, expect);
        for (Completion completion : served) {
            judge(completion, problems);
        }
        problems.judge(
                expect,
                "completion.values is an array of strings; total is an integer and hasMore a boolean where they are given",
                served.size() + " completions with arrays of strings");
    }

    private static void judge(Completion completion, Problems problems) {
        String where = completion.subject().where() + ":";
        JsonNode values = completion.completion().path("values");
        problems.unless(values.isArray(), where, "values is " + Shown.of(values));
        for (JsonNode value : values) {
            problems.unless(value.isTextual(), where, "a value is " + Shown.of(value));
        }
        JsonNode total = completion.completion().path("total");
        problems.unless(total.isMissingNode() || Json.isInteger(total), where, "total is " + Shown.of(total));
        JsonNode more = completion.completion().path("hasMore");
        problems.unless(more.isMissingNode() || more.isBoolean(), where, "hasMore is " + Shown.of(more));
    }

    @Verifies("completion.result.max-100")
    void no_more_than_a_hundred_values_come_at_once(Completed completed, Expect expect) {
        Problems problems = new Problems();
        List<Completion> served = Served.some(completed, expect);
        int most = 0;
        for (Completion completion : served) {
            int count = completion.completion().path("values").size();
            most = Math.max(most, count);
            problems.unless(count <= MOST_VALUES, completion.subject().where() + ":", count + " values");
        }
        problems.judge(expect, "at most " + MOST_VALUES + " values", "at most " + most + " values in a completion");
    }

    @Verifies("completion.result.total-consistent")
    void total_and_has_more_fit_the_values(Completed completed, Expect expect) {
        Problems problems = new Problems();
        List<Completion> counted = Served.some(completed, expect).stream()
                .filter(completion -> completion.completion().path("total").isNumber())
                .toList();
        if (counted.isEmpty()) {
            throw new NotApplicable("no completion names a total");
        }
        for (Completion completion : counted) {
            int count = completion.completion().path("values").size();
            long total = completion.completion().path("total").asLong();
            JsonNode more = completion.completion().path("hasMore");
            boolean wrong = total < count || (more.isBoolean() && more.asBoolean() != total > count);
            problems.unless(
                    !wrong,
                    completion.subject().where() + ":",
                    count + " values, total " + total + ", hasMore " + Shown.of(more));
        }
        problems.judge(
                expect,
                "total is not less than the number of values, and hasMore says whether it is more",
                counted.size() + " completions whose totals fit");
    }
}
