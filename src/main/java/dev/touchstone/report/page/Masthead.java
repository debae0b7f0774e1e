package dev.touchstone.report.page;

import static dev.touchstone.report.page.Html.link;
import static dev.touchstone.report.page.Html.tag;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.preflight.ServerFacts;
import dev.touchstone.report.Amounts;
import dev.touchstone.report.Wording;
import dev.touchstone.verdict.CalledTool;
import dev.touchstone.verdict.Headline;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The top of the page, which says how it stands, and its foot. */
final class Masthead {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Map<String, String> FILES = Map.of(
            "results.json", "results as JSON",
            "junit.xml", "JUnit XML",
            "report.sarif", "SARIF",
            "summary.md", "summary as Markdown",
            "transcript.jsonl", "all exchanges",
            "allure/index.html", "Allure report");
    private static final List<String> ORDER =
            List.of("allure/index.html", "results.json", "transcript.jsonl", "junit.xml", "report.sarif", "summary.md");

    private Masthead() {}

    static Html of(Page page) {
        RunResult result = page.result();
        JsonNode info = result.facts().serverInfo();
        Html facts = tag("dl.facts");
        fact(facts, "Server", info.path("name").asText("(it gives no name)"));
        fact(facts, "Version", info.path("version").asText("(it gives none)"));
        fact(facts, "Judged", TIME.format(result.started()));
        fact(
                facts,
                "Took",
                Amounts.seconds(result.took()) + ", "
                        + Amounts.count(result.transcript().requests(), "request"));
        fact(facts, "Tools called", CalledTool.words(result.called()));
        fact(facts, "Suite", "Touchstone " + result.suiteVersion());
        return tag("header")
                .add(
                        tag("p.kind").text("MCP conformance report"),
                        tag("h1").text(result.target().shown()),
                        facts);
    }

    private static void fact(Html facts, String name, String value) {
        facts.add(tag("div").add(tag("dt").text(name), tag("dd").text(value)));
    }

    static Html headlines(Page page) {
        List<Headline> headlines = page.result().headlines();
        Html list = tag("ul.headlines");
        for (Headline headline : headlines) {
            Html counts = tag("p.counts")
                    .add(Stream.of(Verdict.values())
                            .filter(verdict -> headline.count(verdict) > 0)
                            .map(verdict -> Words.countInWords(verdict, headline.count(verdict))));
            list.add(tag("li." + Words.style(status(headline)))
                    .add(
                            tag("h3")
                                    .text(headline.revision().id())
                                    .add(tag("span.transport")
                                            .text(" "
                                                    + headline.revision()
                                                            .transport()
                                                            .title())),
                            tag("p.status").add(Words.sign(status(headline))).text(sentence(headline.words())),
                            counts));
        }
        return tag("section", "aria-labelledby", "verdict")
                .add(tag("h2.verdict", "id", "verdict").text(overall(headlines)), list, gate(page));
    }

    private static String overall(List<Headline> headlines) {
        if (headlines.stream().anyMatch(headline -> headline.count(Verdict.ERROR) > 0)) {
            return "The suite itself was at fault, so this run does not count.";
        } else if (headlines.stream().allMatch(headline -> headline.decided() == 0)) {
            return "Whether this server conforms was not decided.";
        } else if (headlines.stream().anyMatch(headline -> headline.violated() > 0)) {
            return "This server is not conformant.";
        } else if (headlines.stream().anyMatch(headline -> headline.undecided() > 0)) {
            return "No violation was found, but not everything could be decided.";
        }
        return "This server is conformant, as far as the suite can see.";
    }

    private static Verdict status(Headline headline) {
        if (headline.count(Verdict.ERROR) > 0) {
            return Verdict.ERROR;
        } else if (headline.violated() > 0) {
            return Verdict.FAIL;
        }
        return headline.decided() == 0 || headline.undecided() > 0 ? Verdict.INCONCLUSIVE : Verdict.PASS;
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Html gate(Page page) {
        Html list = tag("ul.gate");
        page.decision().reasons().forEach(reason -> list.add(tag("li").text(sentence(reason))));
        return page.decision().passed()
                ? tag("p.gate").text(Wording.permission(page.result()))
                : tag("div").add(tag("p.gate").text("The build fails:"), list);
    }

    static Html notes(Page page) {
        ServerFacts facts = page.result().facts();
        List<String> notes = new ArrayList<>(facts.notes());
        List<String> unjudged = facts.spoken().stream()
                .filter(dialect -> facts.dialects().stream()
                        .noneMatch(judged -> judged.revision().equals(dialect.revision())))
                .map(Dialect::toString)
                .toList();
        if (!unjudged.isEmpty()) {
            notes.add("It also speaks " + String.join(", ", unjudged) + ", which was not to be judged.");
        }
        if (notes.isEmpty()) {
            return Html.fragment();
        }
        return tag("section.notes", "aria-labelledby", "notes")
                .add(
                        tag("h2", "id", "notes").text("Noticed before judging"),
                        tag("ul").add(notes.stream().map(note -> tag("li").text(note))));
    }

    static Html foot(Page page) {
        Html files = tag("ul.files")
                .add(ORDER.stream().map(file -> tag("li").add(link(file, FILES.getOrDefault(file, file)))));
        return tag("footer")
                .add(
                        tag("h2").text("The same run in other forms"),
                        files,
                        tag("p").text("Judged by Touchstone " + page.result().suiteVersion()
                                + ". Statements are in the suite's own words; the linked clauses are what counts."));
    }
}
