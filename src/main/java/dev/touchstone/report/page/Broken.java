package dev.touchstone.report.page;

import static dev.touchstone.report.page.Html.link;
import static dev.touchstone.report.page.Html.tag;

import dev.touchstone.catalogue.Breakage;
import dev.touchstone.report.Amounts;
import dev.touchstone.report.CurlScript;
import dev.touchstone.report.ReproScripts;
import dev.touchstone.verdict.Outcome;
import java.util.List;
import java.util.Optional;

/** Who breaks on a finding, and how to see it with one's own eyes. */
final class Broken {
    private static final int LONGEST = 12_000;

    private Broken() {}

    /** The clients that break, what their users see, and who says so. */
    static Html clients(List<Breakage> breakages) {
        Html list = tag("dd");
        for (Breakage breakage : breakages) {
            Html references = tag("span.references").text(breakage.evidence() + ": ");
            String before = "";
            for (var reference : breakage.references()) {
                references.text(before).add(Bases.reference(reference));
                before = ", ";
            }
            list.add(tag("div.breakage")
                    .add(
                            tag("p").add(tag("strong").text(String.join(", ", breakage.clients()))),
                            tag("p").text(breakage.symptom()),
                            tag("p").add(references)));
        }
        return list;
    }

    /** The script that repeats a finding, folded. */
    static Html reproduce(Page page, Outcome outcome) {
        Optional<String> path = ReproScripts.pathOf(page.result(), outcome);
        Optional<String> script = CurlScript.of(page.result(), outcome);
        if (path.isEmpty() || script.isEmpty()) {
            return Html.fragment();
        }
        return tag("details")
                .add(
                        tag("summary").text("Reproduce"),
                        tag("p").text("The same script is in ")
                                .add(link(path.get(), path.get()))
                                .text("."),
                        tag("pre").text(shortened(script.get())));
    }

    private static String shortened(String script) {
        int left = script.length() - LONGEST;
        return left <= 0
                ? script
                : script.substring(0, LONGEST) + "\n[" + Amounts.count(left, "character") + " left out, see the file]";
    }
}
