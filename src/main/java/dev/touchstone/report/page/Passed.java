package dev.touchstone.report.page;

import static dev.touchstone.report.page.Html.tag;

import dev.touchstone.catalogue.Area;
import dev.touchstone.report.Entry;
import dev.touchstone.verdict.Verdict;
import java.util.List;

/** What was seen to work, an area at a time, each with the evidence that it is no empty green. */
final class Passed {
    private Passed() {}

    static Html section(Page page) {
        List<Entry> entries = page.entries(Verdict.PASS);
        Html section = tag("section", "aria-labelledby", "passed")
                .add(
                        Findings.heading("passed", "Passed", entries),
                        tag("p.meaning").text(Words.meaning(Verdict.PASS)));
        if (entries.isEmpty()) {
            return section.add(tag("p.none").text("None."));
        }
        for (Area area : page.result().catalogue().areas()) {
            List<Entry> members = entries.stream()
                    .filter(entry -> entry.requirement().area().equals(area.id()))
                    .toList();
            if (!members.isEmpty()) {
                section.add(area(page, area, members));
            }
        }
        return section;
    }

    private static Html area(Page page, Area area, List<Entry> members) {
        Html list = tag("ul.members").add(members.stream().map(entry -> member(page, entry)));
        return tag("details.reason", "id", "passed-" + area.id())
                .add(
                        tag("summary")
                                .text(area.title() + " ")
                                .add(tag("span.number").text("(" + members.size() + ")")),
                        tag("p.meaning").text(area.about()),
                        list);
    }

    private static Html member(Page page, Entry entry) {
        return tag("li")
                .add(
                        tag("strong")
                                .add(Words.sign(Verdict.PASS))
                                .text(entry.requirement().title()),
                        tag("span.identity")
                                .add(
                                        tag("code").text(entry.requirement().id()),
                                        tag("span").text(entry.newest().level().words()),
                                        tag("span").add(Bases.of(entry))),
                        tag("p").text("Seen: " + entry.newest().seen()),
                        Exchanges.inShort(page, entry.newest()));
    }
}
