package dev.touchstone.report.page;

import static dev.touchstone.report.page.Html.tag;

import dev.touchstone.catalogue.Basis;
import dev.touchstone.catalogue.Breakage;
import dev.touchstone.catalogue.Level;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.report.Amounts;
import dev.touchstone.report.Entry;
import dev.touchstone.verdict.Baseline;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is wrong, each finding in the same order: what, expected, seen, why, who breaks, what to do, proof. */
final class Findings {
    private final Page page;
    private final Entry entry;

    private Findings(Page page, Entry entry) {
        this.page = page;
        this.entry = entry;
    }

    /** A section with an article for each finding of a verdict. */
    static Html section(Page page, Verdict verdict, String id, String title) {
        List<Entry> entries = page.entries(verdict);
        Html section = opening(id, title, verdict, entries);
        return section.add(entries.stream().map(entry -> new Findings(page, entry).article()));
    }

    /** A section without entries yet: heading, number of requirements and verdicts, meaning of the verdict. */
    static Html opening(String id, String title, Verdict verdict, List<Entry> entries) {
        Html section = tag("section", "aria-labelledby", id);
        if (entries.isEmpty()) {
            return section.add(heading(id, title, "none"));
        }
        long requirements = entries.stream().map(Entry::requirement).distinct().count();
        int verdicts =
                entries.stream().mapToInt(entry -> entry.outcomes().size()).sum();
        String together = verdicts == requirements ? "" : ", " + Amounts.count(verdicts, "verdict");
        return section.add(
                heading(id, title, Amounts.count(requirements, "requirement") + together),
                tag("p.meaning").text(Words.meaning(verdict)));
    }

    /** The heading of a section with a number. */
    static Html heading(String id, String title, String number) {
        return tag("h2", "id", id).text(title + " ").add(tag("span.number").text("(" + number + ")"));
    }

    private Html article() {
        Requirement requirement = entry.requirement();
        Html article = tag("article." + Words.style(entry.verdict()), "id", Page.anchorOf(entry))
                .add(tag("h3").add(Words.badge(entry.verdict())).text(" " + requirement.title()), identity());
        accepted().ifPresent(reason -> article.add(tag("p.accepted").text("Accepted in the baseline: " + reason)));
        Html facts = tag("dl.finding");
        fact(facts, "Required", requirement.statement());
        fact(facts, "Expected", entry.newest().expected());
        fact(facts, "Seen", entry.newest().seen());
        fact(facts, "Reason", entry.newest().reason());
        softened().ifPresent(why -> fact(facts, "Level", why));
        fact(facts, "Why it matters", requirement.why());
        List<Breakage> breakages = page.result().breakagesOf(entry.newest());
        if (!breakages.isEmpty()) {
            facts.add(tag("div").add(tag("dt").text("Clients that break"), Broken.clients(breakages)));
        }
        fact(facts, "Cause and repair", requirement.hint());
        return article.add(facts, Broken.reproduce(page, entry.newest()), Exchanges.of(page, entry.newest()));
    }

    private static void fact(Html facts, String name, String value) {
        if (!value.isBlank()) {
            String style = name.toLowerCase(Locale.ROOT).replace(' ', '-');
            facts.add(tag("div." + style).add(tag("dt").text(name), tag("dd").text(value)));
        }
    }

    private Html identity() {
        return tag("p.identity")
                .add(
                        tag("code").text(entry.requirement().id()),
                        tag("strong").text(levels()),
                        tag("span").add(Bases.of(entry)));
    }

    private String levels() {
        List<Level> levels =
                entry.outcomes().stream().map(Outcome::level).distinct().toList();
        if (levels.size() == 1) {
            return levels.get(0).words();
        }
        return entry.outcomes().stream()
                .map(outcome -> outcome.level().words() + " in " + outcome.revision())
                .collect(Collectors.joining(", "));
    }

    private Optional<String> softened() {
        if (entry.verdict() != Verdict.WARN || !entry.newest().level().binding()) {
            return Optional.empty();
        }
        return Optional.of(
                entry.requirement().basis() == Basis.IMPLIED
                        ? "Only implied by the text, so it counts as a recommendation."
                        : "The text leaves room for what was seen, so it counts as a recommendation.");
    }

    private Optional<String> accepted() {
        return page.baseline().entries().stream()
                .filter(accepted ->
                        entry.outcomes().stream().anyMatch(outcome -> new Baseline(List.of(accepted)).accepts(outcome)))
                .map(accepted -> accepted.reason()
                        + (accepted.revision().equals("*") ? "" : " (" + accepted.revision() + " only)"))
                .findFirst();
    }
}
