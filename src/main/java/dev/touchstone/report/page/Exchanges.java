package dev.touchstone.report.page;

import static dev.touchstone.report.page.Html.link;
import static dev.touchstone.report.page.Html.tag;

import dev.touchstone.report.Amounts;
import dev.touchstone.report.ExchangeText;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.wire.Exchange;
import java.util.List;

/** Exchanges on the page: in full where something is wrong, in a line elsewhere. */
final class Exchanges {
    private static final int MOST = 12;
    private static final int MOST_IN_SHORT = 4;

    private Exchanges() {}

    /** The full exchanges behind an outcome, folded. */
    static Html of(Page page, Outcome outcome) {
        List<Exchange> evidence = page.evidenceOf(outcome);
        if (evidence.isEmpty()) {
            return Html.fragment();
        }
        Html details = tag("details.transcript")
                .add(tag("summary")
                        .text("Transcript, " + Amounts.count(evidence.size(), "exchange") + " in "
                                + outcome.revision().id()));
        evidence.stream().limit(MOST).forEach(exchange -> details.add(exchange(page, exchange)));
        if (evidence.size() > MOST) {
            details.add(tag("p").text(evidence.size() - MOST + " more are in ")
                    .add(link("transcript.jsonl", "transcript.jsonl")));
        }
        return details;
    }

    private static Html exchange(Page page, Exchange exchange) {
        boolean first = page.shown().add(exchange.number());
        Html box = first ? tag("div.exchange", "id", Page.anchorOf(exchange)) : tag("div.exchange");
        return box.add(
                tag("h4").text(ExchangeText.title(exchange)),
                tag("p.way").text("Sent"),
                tag("pre").text(ExchangeText.request(exchange)),
                tag("p.way").text("Received"),
                tag("pre").text(ExchangeText.answer(exchange)));
    }

    /** The exchanges behind an outcome in a line each; those that the page shows are links. */
    static Html inShort(Page page, Outcome outcome) {
        List<Exchange> evidence = page.evidenceOf(outcome);
        Html list = tag("ul.evidence");
        evidence.stream().limit(MOST_IN_SHORT).forEach(exchange -> {
            String number = "Exchange " + exchange.number();
            Html name = page.shown().contains(exchange.number())
                    ? link("#" + Page.anchorOf(exchange), number)
                    : tag("span").text(number);
            list.add(tag("li").add(name).text(": " + exchange.inShort()));
        });
        if (evidence.size() > MOST_IN_SHORT) {
            list.add(tag("li").text(evidence.size() - MOST_IN_SHORT + " more"));
        }
        return list.isEmpty() ? Html.fragment() : list;
    }
}
