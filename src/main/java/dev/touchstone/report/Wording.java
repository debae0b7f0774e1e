package dev.touchstone.report;

import dev.touchstone.catalogue.Requirement;
import dev.touchstone.catalogue.Untested;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.Verdict;

/** What the machine-readable reports say of an outcome, the same words in all of them. */
final class Wording {
    private Wording() {}

    /** The outcome in labelled lines: verdict, expected, seen, reason and clause. */
    static String of(Outcome outcome) {
        StringBuilder lines = new StringBuilder(verdict(outcome)).append('\n');
        line(lines, "Expected", outcome.expected());
        line(lines, "Seen", outcome.seen());
        line(lines, "Reason", outcome.reason());
        line(lines, "Hint", outcome.verdict() == Verdict.PASS ? "" : outcome.requirement().hint());
        line(lines, "Clause", outcome.clause().toString());
        line(lines, "Exchanges", outcome.exchanges().isEmpty() ? "" : numbers(outcome));
        return lines.toString();
    }

    /** The verdict with the level and the revision. */
    static String verdict(Outcome outcome) {
        return outcome.verdict() + " (" + outcome.verdict().words() + "): " + outcome.level().words() + " of MCP "
                + outcome.revision();
    }

    /** Why there is no check. */
    static String whyUntested(Requirement requirement) {
        Untested why = requirement.untested().orElseThrow();
        String into = why.into().map(id -> " (" + id + ")").orElse("");
        return why.reason().words() + into + (why.text().isBlank() ? "" : ". " + why.text());
    }

    private static String numbers(Outcome outcome) {
        return String.join(", ", outcome.exchanges().stream().map(String::valueOf).toList()) + " of transcript.jsonl";
    }

    private static void line(StringBuilder lines, String label, String text) {
        if (!text.isBlank()) {
            lines.append(label).append(": ").append(Printable.text(text)).append('\n');
        }
    }
}
