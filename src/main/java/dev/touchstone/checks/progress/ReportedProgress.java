package dev.touchstone.checks.progress;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Received;
import dev.touchstone.wire.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The progress that came in the run, whatever it was that reported it. */
@Conformance
@Afterwards
class ReportedProgress {
    private static final int SAMPLES = 3;

    @Verifies("progress.token.echoed")
    void progress_carries_the_token_as_it_was_sent(Notes notes, Expect expect) {
        judge(
                notes.all(),
                note -> notes.supplied(token(note)) || !notes.similar(token(note)),
                "the token of the request, type and value unchanged",
                expect);
    }

    @Verifies("progress.only-requested-tokens")
    void progress_is_reported_for_tokens_that_were_sent(Notes notes, Expect expect) {
        judge(notes.all(), note -> notes.similar(token(note)), "a token that some request of this run carried", expect);
    }

    @Verifies("progress.value.number")
    void progress_and_total_are_numbers(Notes notes, Expect expect) {
        judge(
                notes.all(),
                note -> note.at("/params/progress").isNumber()
                        && (note.at("/params/total").isMissingNode()
                                || note.at("/params/total").isNumber()),
                "progress that is a number, and total, if there is one",
                expect);
    }

    private static JsonNode token(JsonNode note) {
        return note.at("/params/progressToken");
    }

    private static void judge(List<Received> notes, Predicate<JsonNode> rule, String expected, Expect expect) {
        List<Received> wrong =
                notes.stream().filter(note -> !rule.test(note.message())).toList();
        (wrong.isEmpty() ? notes : wrong).stream().limit(SAMPLES).forEach(note -> expect.seen(note.exchange()));
        expect.holds(
                wrong.isEmpty(),
                expected,
                wrong.isEmpty()
                        ? notes.size() + " reports of progress, each as expected"
                        : "a report with params "
                                + Shown.of(wrong.get(0).message().path("params")));
    }

    @Verifies("progress.value.increases")
    void progress_increases_from_report_to_report(Notes notes, Expect expect) {
        Map<String, JsonNode> last = new HashMap<>();
        List<Received> all = notes.all();
        all.stream().limit(SAMPLES).forEach(note -> expect.seen(note.exchange()));
        for (Received note : all) {
            JsonNode progress = note.message().at("/params/progress");
            boolean finite = progress.isNumber() && Double.isFinite(progress.doubleValue());
            if (finite && notes.similar(token(note.message()))) {
                String key = note.exchange().number() + " " + token(note.message());
                JsonNode before = last.put(key, progress);
                boolean more = before == null || Json.compare(progress, before) > 0;
                if (!more) {
                    expect.seen(note.exchange());
                }
                expect.holds(
                        more,
                        "more progress than before",
                        more ? "increasing progress" : "progress " + Shown.of(progress) + " after " + Shown.of(before));
            }
        }
    }

    @Verifies("progress.only-in-progress")
    void no_progress_is_reported_after_the_response(Notes notes, Expect expect) {
        Map<Integer, Exchange> streams = new HashMap<>();
        notes.all().forEach(note -> streams.put(note.exchange().number(), note.exchange()));
        streams.values().stream().limit(SAMPLES).forEach(expect::seen);
        for (Exchange stream : streams.values()) {
            long late = notes.late(stream);
            if (late > 0) {
                expect.seen(stream);
            }
            expect.holds(
                    late == 0,
                    "no progress after the response",
                    late == 0 ? "progress before the response only" : late + " reports after the response");
        }
    }
}
