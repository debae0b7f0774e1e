package dev.touchstone.report.page;

import static dev.touchstone.report.page.Html.tag;

import dev.touchstone.catalogue.Requirement;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.catalogue.Untested;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.report.Amounts;
import java.util.List;
import java.util.Locale;

/** The requirements without a check, so that nobody takes silence for success. */
final class NotTested {
    private NotTested() {}

    static Html section(Page page) {
        List<Requirement> untested = page.result().untested();
        Html section = tag("section", "aria-labelledby", "not-tested");
        if (untested.isEmpty()) {
            return section.add(Findings.heading("not-tested", "Not tested", "none"));
        }
        section.add(
                Findings.heading("not-tested", "Not tested", Amounts.count(untested.size(), "requirement")),
                tag("p.meaning")
                        .text("The catalogue has these requirements and the suite has no check for them, so the run"
                                + " says nothing about them."));
        for (Untested.Reason reason : Untested.Reason.values()) {
            List<Requirement> members = untested.stream()
                    .filter(requirement -> requirement
                            .untested()
                            .filter(why -> why.reason() == reason)
                            .isPresent())
                    .toList();
            if (!members.isEmpty()) {
                section.add(group(page, reason, members));
            }
        }
        return section;
    }

    private static Html group(Page page, Untested.Reason reason, List<Requirement> members) {
        String title = reason.words().substring(0, 1).toUpperCase(Locale.ROOT)
                + reason.words().substring(1);
        return tag("details.reason")
                .add(
                        tag("summary")
                                .text(title + " ")
                                .add(tag("span.number").text("(" + Amounts.count(members.size(), "requirement") + ")")),
                        tag("ul.members").add(members.stream().map(requirement -> member(page, requirement))));
    }

    private static Html member(Page page, Requirement requirement) {
        Html item = tag("li")
                .add(
                        tag("strong").text(requirement.title()),
                        tag("span.identity")
                                .add(
                                        tag("code").text(requirement.id()),
                                        tag("span").text(requirement.level().words()),
                                        clause(page, requirement)));
        requirement.untested().ifPresent(why -> {
            item.add(tag("p").text(why.text()));
            why.into()
                    .ifPresent(other -> item.add(
                            tag("p").text("Covered by ").add(tag("code").text(other))));
        });
        return item;
    }

    private static Html clause(Page page, Requirement requirement) {
        List<Revision> revisions = page.result().facts().dialects().stream()
                .map(Dialect::revision)
                .filter(requirement::appliesTo)
                .toList();
        return tag("span").add(Bases.clauses(requirement, revisions));
    }
}
