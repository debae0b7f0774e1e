package dev.touchstone.report;

import dev.touchstone.catalogue.Breakage;
import dev.touchstone.verdict.Baseline;
import dev.touchstone.verdict.Gate;
import dev.touchstone.verdict.Headline;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@code summary.md} for the job summary of a CI system: headlines, violations, and what to look at next. */
public final class SummaryMarkdown {
    /** The name of the file in a run's folder. */
    public static final String NAME = "summary.md";

    private static final int MOST_FINDINGS = 50;
    private static final int LONGEST = 300;

    private final RunResult result;
    private final Baseline baseline;
    private final StringBuilder out = new StringBuilder();

    private SummaryMarkdown(RunResult result, Baseline baseline) {
        this.result = result;
        this.baseline = baseline;
    }

    /** Writes the file into the folder of a run. */
    public static void write(RunResult result, Gate.Decision decision, Baseline baseline, Path folder)
            throws IOException {
        AtomicFile.write(folder.resolve(NAME), new SummaryMarkdown(result, baseline).text(decision));
    }

    private String text(Gate.Decision decision) {
        line("## MCP conformance of " + Markdown.line(Names.server(result), LONGEST));
        line("");
        line("%s, judged by Touchstone %s with %d requests in %d s."
                .formatted(
                        Markdown.line(result.target().shown(), LONGEST), Markdown.line(result.suiteVersion(), LONGEST),
                        result.transcript().requests(), result.took().toSeconds()));
        line("");
        headlines();
        decision(decision);
        findings("Faults of the suite", Verdict.ERROR);
        findings("Violations", Verdict.FAIL);
        findings("Could not be decided", Verdict.INCONCLUSIVE);
        findings("Recommendations not followed", Verdict.WARN);
        findings("Legal, yet breaks clients", Verdict.INTEROP);
        untested();
        return out.toString();
    }

    private void headlines() {
        line("| revision | headline | violated | undecided | warnings | interop | passed | not applicable |");
        line("|---|---|--:|--:|--:|--:|--:|--:|");
        for (Headline headline : result.headlines()) {
            line("| %s | **%s** | %d | %d | %d | %d | %d | %d |"
                    .formatted(
                            headline.revision(),
                            headline.words(),
                            headline.count(Verdict.FAIL),
                            headline.count(Verdict.INCONCLUSIVE),
                            headline.count(Verdict.WARN),
                            headline.count(Verdict.INTEROP),
                            headline.count(Verdict.PASS),
                            headline.count(Verdict.NOT_APPLICABLE)));
        }
    }

    private void decision(Gate.Decision decision) {
        line("");
        if (decision.passed()) {
            line(Wording.permission(result));
        } else {
            line("The build fails:");
            line("");
            decision.reasons().forEach(reason -> line("- " + Markdown.line(reason, LONGEST)));
        }
    }

    private void findings(String title, Verdict verdict) {
        List<Entry> entries = Entry.group(result.with(verdict));
        if (entries.isEmpty()) {
            return;
        }
        boolean first = verdict == Verdict.FAIL || verdict == Verdict.ERROR;
        line("");
        line(
                first
                        ? "### %s (%d)".formatted(title, entries.size())
                        : "<details><summary>%s (%d)</summary>".formatted(title, entries.size()));
        line("");
        entries.stream().limit(MOST_FINDINGS).forEach(this::finding);
        if (entries.size() > MOST_FINDINGS) {
            line("- and %d more, see the report".formatted(entries.size() - MOST_FINDINGS));
        }
        if (!first) {
            line("");
            line("</details>");
        }
    }

    private void finding(Entry entry) {
        Outcome outcome = entry.newest();
        String accepted = entry.acceptedBy(baseline) ? ", accepted by the baseline" : "";
        line("- **%s** %s [%s](%s): %s%s"
                .formatted(
                        Markdown.escaped(outcome.requirement().id()),
                        outcome.level().words(),
                        entry.revisions(),
                        outcome.clause(),
                        Markdown.line(outcome.requirement().title(), LONGEST),
                        accepted));
        if (outcome.verdict().decided()) {
            line("  - Expected: " + Markdown.line(outcome.expected(), LONGEST));
            line("  - Seen: " + Markdown.line(outcome.seen(), LONGEST));
        } else {
            line("  - " + Markdown.line(outcome.reason(), LONGEST));
        }
        for (Breakage breakage : outcome.verdict().decided() ? result.breakagesOf(outcome) : List.<Breakage>of()) {
            line("  - Breaks %s: %s"
                    .formatted(
                            Markdown.line(String.join(", ", breakage.clients()), LONGEST),
                            Markdown.line(breakage.symptom(), LONGEST)));
        }
    }

    private void untested() {
        if (result.untested().isEmpty()) {
            return;
        }
        String reasons = result.untested().stream()
                .collect(Collectors.groupingBy(
                        requirement -> requirement.untested().orElseThrow().reason(), Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + entry.getKey().words())
                .collect(Collectors.joining("; "));
        line("");
        line("Not tested: %d requirements (%s).".formatted(result.untested().size(), Markdown.line(reasons, LONGEST)));
    }

    private void line(String line) {
        out.append(line).append('\n');
    }
}
