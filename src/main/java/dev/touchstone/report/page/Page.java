package dev.touchstone.report.page;

import dev.touchstone.report.Entry;
import dev.touchstone.verdict.Baseline;
import dev.touchstone.verdict.Gate;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import dev.touchstone.wire.Exchange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What all parts of the page are made from.
 *
 * @param result the run
 * @param decision what it means for the build
 * @param baseline the violations that are accepted
 * @param shown the numbers of the exchanges that the page shows so far
 */
record Page(RunResult result, Gate.Decision decision, Baseline baseline, Set<Integer> shown) {

    Page(RunResult result, Gate.Decision decision, Baseline baseline) {
        this(result, decision, baseline, new HashSet<>());
    }

    /** The outcomes with a verdict, those that look the same in several revisions taken for one. */
    List<Entry> entries(Verdict verdict) {
        return Entry.group(result.with(verdict));
    }

    /** The anchor of the place where an outcome is explained. */
    String anchorOf(Outcome outcome) {
        return switch (outcome.verdict()) {
            case ERROR -> "faults";
            case INCONCLUSIVE -> "undecided";
            case NOT_APPLICABLE -> "not-applicable";
            case PASS -> "passed-" + outcome.requirement().area();
            default ->
                entries(outcome.verdict()).stream()
                        .filter(entry -> entry.outcomes().contains(outcome))
                        .map(Page::anchorOf)
                        .findFirst()
                        .orElse("violations");
        };
    }

    /** The anchor of an entry. */
    static String anchorOf(Entry entry) {
        return Words.style(entry.verdict()) + "-" + entry.requirement().id() + "-"
                + entry.newest().revision().id();
    }

    /** The anchor of an exchange. */
    static String anchorOf(Exchange exchange) {
        return "exchange-" + exchange.number();
    }

    /** The exchanges behind an outcome. */
    List<Exchange> evidenceOf(Outcome outcome) {
        return outcome.exchanges().stream()
                .sorted()
                .flatMap(number -> result.transcript().find(number).stream())
                .toList();
    }
}
