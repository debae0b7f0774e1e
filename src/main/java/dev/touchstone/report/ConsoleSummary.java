package dev.touchstone.report;

import dev.touchstone.catalogue.Breakage;
import dev.touchstone.verdict.Baseline;
import dev.touchstone.verdict.CalledTool;
import dev.touchstone.verdict.Gate;
import dev.touchstone.verdict.Headline;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import dev.touchstone.wire.Visible;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The end of a run as plain text: headlines, violations in at most eight lines each, counts, where the report is. */
public final class ConsoleSummary {
    private static final int LONGEST_VALUE = 300;
    private static final int MOST = 20;

    private final RunResult result;
    private final Baseline baseline;
    private final List<String> lines = new ArrayList<>();

    private ConsoleSummary(RunResult result, Baseline baseline) {
        this.result = result;
        this.baseline = baseline;
    }

    /** The text, ending with a line break. */
    public static String text(RunResult result, Gate.Decision decision, Baseline baseline, Path report) {
        ConsoleSummary summary = new ConsoleSummary(result, baseline);
        summary.headlines();
        summary.faults();
        summary.violations();
        summary.counts();
        summary.gate(decision);
        summary.line("", "Report  " + report);
        return String.join("\n", summary.lines) + "\n";
    }

    private void headlines() {
        line("", "Touchstone " + result.suiteVersion() + "  " + result.target().shown());
        for (Headline headline : result.headlines()) {
            line("", headline.revision() + "  " + headline.words());
        }
    }

    private void violations() {
        List<Entry> entries = Entry.group(result.with(Verdict.FAIL));
        for (Entry entry : entries.subList(0, Math.min(MOST, entries.size()))) {
            lines.add("");
            violation(entry);
        }
        if (entries.size() > MOST) {
            line("", "");
            line("", entries.size() - MOST + " more violations are in the report.");
        }
    }

    /** Faults of the suite by what went wrong, since one cause often hits many checks. */
    private void faults() {
        Map<String, List<Outcome>> causes = result.with(Verdict.ERROR).stream()
                .collect(Collectors.groupingBy(Outcome::reason, LinkedHashMap::new, Collectors.toList()));
        causes.forEach((cause, outcomes) -> {
            lines.add("");
            line("", "fault of the suite, " + Amounts.count(outcomes.size(), "time") + ": " + cause);
            line("  ", outcomes.stream().map(Outcome::key).collect(Collectors.joining(", ")));
        });
    }

    /** At most eight lines, whatever the server said. */
    private void violation(Entry entry) {
        Outcome outcome = entry.newest();
        String accepted = entry.acceptedBy(baseline) ? "  (accepted by the baseline)" : "";
        line("", entry.requirement().id() + "  " + outcome.level().words() + "  " + entry.revisions() + accepted);
        line("  ", "Expected  " + outcome.expected());
        line("  ", "Seen      " + outcome.seen());
        String clients = result.breakagesOf(outcome).stream()
                .map(Breakage::clients)
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.joining(", "));
        optional("Breaks    ", clients);
        optional("Hint      ", entry.requirement().hint());
        line("  ", "Clause    " + outcome.clause());
        ReproScripts.pathOf(result, outcome).ifPresent(path -> line("  ", "Repeat    " + path));
    }

    private void counts() {
        lines.add("");
        for (Headline headline : result.headlines()) {
            String counts = Stream.of(Verdict.values())
                    .filter(verdict -> headline.count(verdict) > 0)
                    .map(verdict -> verdict.counted(headline.count(verdict)))
                    .collect(Collectors.joining(", "));
            line("", headline.revision() + "  " + counts);
        }
        String untested =
                result.untested().isEmpty() ? "" : ", " + result.untested().size() + " without a check";
        line(
                "",
                Amounts.count(result.outcomes().size(), "verdict") + untested + ", "
                        + Amounts.count(result.transcript().requests(), "request") + " in "
                        + Amounts.seconds(result.took()));
        line("", "Tools called: " + CalledTool.words(result.called()));
    }

    private void gate(Gate.Decision decision) {
        lines.add("");
        if (decision.passed()) {
            line("", Wording.permission(result));
        }
        decision.reasons().forEach(reason -> line("", "The build fails: " + reason));
    }

    private void optional(String label, String value) {
        if (!value.isBlank()) {
            line("  ", label + value);
        }
    }

    private void line(String indent, String text) {
        String shown = Visible.line(text);
        boolean tooLong = shown.length() > LONGEST_VALUE;
        lines.add(indent + (tooLong ? shown.substring(0, LONGEST_VALUE) + "..." : shown));
    }
}
