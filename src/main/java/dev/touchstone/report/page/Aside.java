package dev.touchstone.report.page;

import static dev.touchstone.report.page.Html.link;
import static dev.touchstone.report.page.Html.tag;

import dev.touchstone.report.Amounts;
import dev.touchstone.report.Entry;
import dev.touchstone.report.ReproScripts;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was not judged, grouped by the reason: one cause stands once, however many requirements it concerns. */
final class Aside {
    private static final String BLOCKED = "blocked by ";

    private final Page page;

    private Aside(Page page) {
        this.page = page;
    }

    /** A section with a part for each reason. */
    static Html section(Page page, Verdict verdict, String id, String title) {
        List<Entry> entries = page.entries(verdict);
        Html section = Findings.opening(id, title, verdict, entries);
        Map<String, List<Entry>> reasons = new LinkedHashMap<>();
        entries.forEach(entry -> reasons.computeIfAbsent(cause(entry.newest()), key -> new ArrayList<>())
                .add(entry));
        reasons.forEach((cause, members) -> section.add(new Aside(page).reason(cause, members)));
        return section;
    }

    /** The reason, of a blocked requirement only what blocks it. */
    private static String cause(Outcome outcome) {
        String reason = outcome.reason().isBlank() ? "no reason is known" : outcome.reason();
        int colon = reason.indexOf(": ");
        return reason.startsWith(BLOCKED) && colon > 0 ? reason.substring(0, colon) : reason;
    }

    private Html reason(String cause, List<Entry> members) {
        String number = Amounts.count(members.size(), "requirement");
        Html summary = tag("summary")
                .text(Character.toUpperCase(cause.charAt(0)) + cause.substring(1) + " ")
                .add(tag("span.number").text("(" + number + ")"));
        Html details = (members.size() == 1 ? tag("details.reason", "open", "") : tag("details.reason")).add(summary);
        return details.add(blocker(cause))
                .add(tag("ul.members").add(members.stream().map(this::member)));
    }

    /** Where the requirement that blocks others is explained. */
    private Html blocker(String cause) {
        String id = cause.startsWith(BLOCKED) ? cause.substring(BLOCKED.length()) : "";
        return page.result().outcomes().stream()
                .filter(outcome -> outcome.requirement().id().equals(id))
                .min(Comparator.comparing(Outcome::verdict))
                .map(outcome -> tag("p").text("See what was found of ")
                        .add(link("#" + page.anchorOf(outcome), id))
                        .text("."))
                .orElseGet(Html::fragment);
    }

    private Html member(Entry entry) {
        Outcome outcome = entry.newest();
        Html item = tag("li")
                .add(
                        tag("strong").text(entry.requirement().title()),
                        tag("span.identity")
                                .add(
                                        tag("code").text(entry.requirement().id()),
                                        tag("span").text(outcome.level().words()),
                                        tag("span").text(entry.revisions())));
        if (outcome.reason().startsWith(BLOCKED) && !cause(outcome).equals(outcome.reason())) {
            item.add(tag("p").text(outcome.reason().substring(cause(outcome).length() + 2)));
        }
        ReproScripts.pathOf(page.result(), outcome)
                .ifPresent(path -> item.add(tag("p").text("Repeat it with ").add(link(path, path))));
        return item.add(Exchanges.inShort(page, outcome));
    }
}
