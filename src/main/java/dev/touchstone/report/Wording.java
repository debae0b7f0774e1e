package dev.touchstone.report;

import dev.touchstone.catalogue.Requirement;
import dev.touchstone.catalogue.Untested;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import dev.touchstone.wire.Visible;

/** What the reports say of an outcome and of a run, the same words in all of them. */
public final class Wording {
    private Wording() {}

    /** The outcome in labelled lines: verdict, expected, seen, reason, hint and clause. */
    static String of(Outcome outcome) {
        StringBuilder lines = new StringBuilder()
                .append(outcome.verdict())
                .append(" (")
                .append(outcome.verdict().words())
                .append("): ")
                .append(obligation(outcome))
                .append('\n')
                .append(evidence(outcome));
        line(
                lines,
                "Hint",
                outcome.verdict() == Verdict.PASS ? "" : outcome.requirement().hint());
        line(lines, "Clause", outcome.clause().toString());
        line(lines, "Exchanges", outcome.exchanges().isEmpty() ? "" : numbers(outcome));
        return lines.toString();
    }

    /** What a gate that lets a run pass says of it. */
    public static String permission(RunResult result) {
        return result.with(Verdict.FAIL).isEmpty()
                ? "The build may go on."
                : "The build may go on, since what was violated is accepted or not set to fail it.";
    }

    /** The level and the revision. */
    static String obligation(Outcome outcome) {
        return outcome.level().words() + " of MCP " + outcome.revision();
    }

    /** What was expected and seen, or why it was not judged, in labelled lines. */
    static String evidence(Outcome outcome) {
        StringBuilder lines = new StringBuilder();
        line(lines, "Expected", outcome.expected());
        line(lines, "Seen", outcome.seen());
        line(lines, "Reason", outcome.reason());
        return lines.toString();
    }

    /** Why there is no check. */
    static String whyUntested(Requirement requirement) {
        Untested why = requirement.untested().orElseThrow();
        String into = why.into().map(id -> " (" + id + ")").orElse("");
        return why.reason().words() + into + (why.text().isBlank() ? "" : ". " + why.text());
    }

    private static String numbers(Outcome outcome) {
        return String.join(
                        ", ", outcome.exchanges().stream().map(String::valueOf).toList()) + " of transcript.jsonl";
    }

    private static void line(StringBuilder lines, String label, String text) {
        if (!text.isBlank()) {
            lines.append(label).append(": ").append(Visible.text(text)).append('\n');
        }
    }
}
