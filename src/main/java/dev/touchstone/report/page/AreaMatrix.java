package dev.touchstone.report.page;

import static dev.touchstone.report.page.Html.link;
import static dev.touchstone.report.page.Html.tag;

import dev.touchstone.catalogue.Area;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.Verdict;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The table of areas and revisions, each cell with its worst verdict first and a link to where it is explained. */
final class AreaMatrix {
    /** With more revisions than these the words beside the counts leave no room for the last columns. */
    private static final int MANY = 2;

    private AreaMatrix() {}

    static Html of(Page page) {
        List<Revision> revisions =
                page.result().facts().dialects().stream().map(Dialect::revision).toList();
        Html head = tag("tr").add(tag("th", "scope", "col").text("Area"));
        revisions.forEach(revision -> head.add(tag("th", "scope", "col").text(revision.id())));
        head.add(tag("th", "scope", "col").text("Not tested"));
        Html rows = tag("tbody")
                .add(page.result().catalogue().areas().stream()
                        .filter(area -> occurs(page, area))
                        .map(area -> row(page, area, revisions)));
        Html table = tag(revisions.size() > MANY ? "table.matrix.many" : "table.matrix")
                .add(tag("thead").add(head), rows);
        return tag("section", "aria-labelledby", "areas")
                .add(
                        tag("h2", "id", "areas").text("Areas and revisions"),
                        tag("div.scroll", "tabindex", "0", "role", "region", "aria-labelledby", "areas")
                                .add(table),
                        tag("details", "id", "legend")
                                .add(tag("summary").text("What the verdicts mean"), Words.legend()));
    }

    private static boolean occurs(Page page, Area area) {
        return page.result().outcomes().stream().anyMatch(outcome -> isOf(outcome, area)) || untested(page, area) > 0;
    }

    private static boolean isOf(Outcome outcome, Area area) {
        return outcome.requirement().area().equals(area.id());
    }

    private static long untested(Page page, Area area) {
        return page.result().untested().stream()
                .filter(requirement -> requirement.area().equals(area.id()))
                .count();
    }

    private static Html row(Page page, Area area, List<Revision> revisions) {
        Html row = tag("tr").add(tag("th", "scope", "row").text(area.title()));
        for (Revision revision : revisions) {
            List<Outcome> outcomes = page.result().outcomes().stream()
                    .filter(outcome -> isOf(outcome, area) && outcome.revision().equals(revision))
                    .toList();
            row.add(cell(page, outcomes));
        }
        long untested = untested(page, area);
        return row.add(
                tag("td.few").add(untested == 0 ? Html.fragment().text("–") : link("#not-tested", "" + untested)));
    }

    private static Html cell(Page page, List<Outcome> outcomes) {
        Html cell = tag("td");
        if (outcomes.isEmpty()) {
            return cell.add(tag("span.few").text("nothing to judge"));
        }
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        outcomes.forEach(outcome -> counts.merge(outcome.verdict(), 1, Integer::sum));
        Outcome worst =
                outcomes.stream().min(Comparator.comparing(Outcome::verdict)).orElseThrow();
        counts.forEach((verdict, count) -> {
            boolean first = verdict == worst.verdict();
            Outcome example = outcomes.stream()
                    .filter(outcome -> outcome.verdict() == verdict)
                    .findFirst()
                    .orElseThrow();
            Html shown = first
                    ? tag("span.badge." + Words.style(verdict))
                            .add(Words.sign(verdict))
                            .text(String.valueOf(count))
                            .add(tag("span.words")
                                    .text(verdict.counted(count)
                                            .substring(String.valueOf(count).length())))
                    : Words.count(verdict, count);
            cell.add(tag("a", "href", "#" + page.anchorOf(example)).add(shown)).text(" ");
        });
        return cell;
    }
}
