package dev.touchstone.report.page;

import static dev.touchstone.report.page.Html.tag;

import dev.touchstone.catalogue.Area;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.report.Entry;
import dev.touchstone.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was seen to work, an area at a time, each with the evidence that it is no empty green. */
final class Passed {
    private Passed() {}

    static Html section(Page page) {
        List<Entry> entries = page.entries(Verdict.PASS);
        Html section = Findings.opening("passed", "Passed", Verdict.PASS, entries);
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
        Map<Requirement, List<Entry>> requirements = members.stream()
                .collect(Collectors.groupingBy(Entry::requirement, LinkedHashMap::new, Collectors.toList()));
        Html list = tag("ul.members").add(requirements.values().stream().map(entries -> member(page, entries)));
        return tag("details.reason", "id", "passed-" + area.id())
                .add(
                        tag("summary")
                                .text(area.title() + " ")
                                .add(tag("span.number").text("(" + requirements.size() + ")")),
                        tag("p.meaning").text(area.about()),
                        list);
    }

    /** A requirement once, with what was seen in each revision if that differs. */
    private static Html member(Page page, List<Entry> entries) {
        Entry all = new Entry(
                entries.stream().flatMap(entry -> entry.outcomes().stream()).toList());
        Html item = tag("li")
                .add(
                        tag("strong")
                                .add(Words.sign(Verdict.PASS))
                                .text(all.requirement().title()),
                        tag("span.identity")
                                .add(
                                        tag("code").text(all.requirement().id()),
                                        tag("span").text(all.newest().level().words()),
                                        tag("span").add(Bases.of(all))));
        for (Entry entry : entries) {
            String where = entries.size() == 1 ? "" : " in " + entry.revisions();
            item.add(
                    tag("p").text("Seen" + where + ": " + entry.newest().seen()),
                    Exchanges.inShort(page, entry.newest()));
        }
        return item;
    }
}
