package dev.touchstone.report.page;

import static dev.touchstone.report.page.Html.tag;

import dev.touchstone.verdict.Verdict;
import java.util.Locale;

/** How verdicts look and what they mean; shape and words carry them, colour only helps. */
final class Words {
    private Words() {}

    /** The class of a verdict in the style sheet, and the beginning of anchors. */
    static String style(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The verdict's sign and its words. */
    static Html badge(Verdict verdict) {
        return tag("span.badge." + style(verdict)).add(sign(verdict)).text(verdict.words());
    }

    /** The verdict's sign and a number, the words only for those who cannot see it. */
    static Html count(Verdict verdict, int number) {
        return tag("span.count." + style(verdict), "title", verdict.counted(number))
                .add(sign(verdict))
                .text(String.valueOf(number))
                .add(tag("span.unseen").text(" " + verdict.words() + " "));
    }

    /** The verdict's sign, a number and the words. */
    static Html countInWords(Verdict verdict, int number) {
        return tag("span.count." + style(verdict)).add(sign(verdict)).text(verdict.counted(number));
    }

    /** The verdict's sign. */
    static Html sign(Verdict verdict) {
        return tag("span.sign", "aria-hidden", "true")
                .text(
                        switch (verdict) {
                            case ERROR -> "!";
                            case FAIL -> "✕";
                            case INCONCLUSIVE -> "?";
                            case WARN -> "▲";
                            case INTEROP -> "◆";
                            case PASS -> "✓";
                            case NOT_APPLICABLE -> "–";
                        });
    }

    /** What the verdict means, in full. */
    static String meaning(Verdict verdict) {
        return switch (verdict) {
            case ERROR -> "The suite itself is at fault; nothing is said about the server. Please report it.";
            case FAIL ->
                "The server breaks a MUST or MUST NOT of the revision; it is not conformant until that is repaired.";
            case INCONCLUSIVE ->
                "It should have been judged and could not be; the reason says what is missing. It counts"
                        + " neither for nor against the server.";
            case WARN ->
                "The server does not follow a SHOULD or SHOULD NOT, or something that the text only implies. It"
                        + " may have good reasons, and stays conformant.";
            case INTEROP -> "What the server does is legal, and yet the named clients are known to break on it.";
            case PASS -> "The server was seen to do what is required; the evidence is kept.";
            case NOT_APPLICABLE ->
                "The server does not offer the feature that the requirement is about; the reason names"
                        + " what shows it.";
        };
    }

    /** The definitions of all verdicts. */
    static Html legend() {
        Html list = tag("dl.legend");
        for (Verdict verdict : Verdict.values()) {
            list.add(tag("dt").add(badge(verdict)), tag("dd").text(meaning(verdict)));
        }
        list.add(tag("dt").add(tag("span.badge.untested").text("not tested")));
        list.add(tag("dd")
                .text("The catalogue has the requirement and the suite has no check for it; the reason is given."));
        return list;
    }
}
