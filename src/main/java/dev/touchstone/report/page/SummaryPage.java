package dev.touchstone.report.page;

import static dev.touchstone.report.page.Html.tag;

import dev.touchstone.verdict.Baseline;
import dev.touchstone.verdict.Gate;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@code index.html}: one file without script or external resource, that answers in this order how it stands,
 * what is wrong, what might break clients, what is not known, and what was seen to work.
 */
public final class SummaryPage {
    private static final String FILE = "index.html";

    private SummaryPage() {}

    /** Writes the page into a run's folder. */
    public static void write(RunResult result, Gate.Decision decision, Baseline baseline, Path folder)
            throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(FILE), markup(new Page(result, decision, baseline)));
    }

    private static String markup(Page page) {
        Html head = tag("head")
                .add(
                        tag("meta", "charset", "utf-8"),
                        tag("meta", "name", "viewport", "content", "width=device-width, initial-scale=1"),
                        tag("meta", "name", "color-scheme", "content", "light dark"),
                        tag(
                                "meta",
                                "http-equiv",
                                "Content-Security-Policy",
                                "content",
                                "default-src 'none'; style-src 'unsafe-inline'"),
                        tag("meta", "name", "referrer", "content", "no-referrer"),
                        tag("title")
                                .text("MCP conformance of "
                                        + page.result().target().shown()),
                        Html.style(sheet()));
        return "<!doctype html>\n"
                + tag("html", "lang", "en").add(head, body(page)).markup() + "\n";
    }

    private static Html body(Page page) {
        List<Html> sections = sections(page);
        Html main = tag("main", "id", "main")
                .add(Masthead.headlines(page), Masthead.notes(page), AreaMatrix.of(page))
                .add(WayIn.section(page))
                .add(sections.stream());
        return tag("body")
                .add(
                        tag("a.skip", "href", "#main").text("Skip to the verdict"),
                        tag("a.skip", "href", "#violations").text("Skip to the violations"),
                        Masthead.of(page),
                        main,
                        Masthead.foot(page));
    }

    /** In the order of the page: what is shown first decides where the anchors of exchanges are. */
    private static List<Html> sections(Page page) {
        List<Html> sections = new ArrayList<>();
        if (!page.result().with(Verdict.ERROR).isEmpty()) {
            sections.add(Aside.section(page, Verdict.ERROR, "faults", "Faults of the suite"));
        }
        sections.add(Findings.section(page, Verdict.FAIL, "violations", "Violations"));
        sections.add(Findings.section(page, Verdict.WARN, "recommendations", "Recommendations not followed"));
        sections.add(Findings.section(page, Verdict.INTEROP, "interop", "Legal, yet breaks clients"));
        sections.add(Aside.section(page, Verdict.INCONCLUSIVE, "undecided", "Could not be decided"));
        sections.add(Aside.section(page, Verdict.NOT_APPLICABLE, "not-applicable", "Not applicable"));
        sections.add(Passed.section(page));
        sections.add(NotTested.section(page));
        return sections;
    }

    private static String sheet() {
        try (InputStream in = SummaryPage.class.getResourceAsStream("page.css")) {
            if (in == null) {
                throw new IllegalStateException("page.css is missing in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
