package dev.touchstone.report;

import dev.touchstone.verdict.Headline;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;

/** Writes {@code badge.svg}, which says in a few words what the run says of the newest revision that was judged. */
public final class Badge {
    /** The name of the file in a run's folder. */
    public static final String NAME = "badge.svg";

    private static final String GREEN = "#2e7d32";
    private static final String RED = "#c62828";
    private static final String GREY = "#616161";
    private static final int PADDING = 6;

    private Badge() {}

    private record Claim(String words, String colour) {}

    /** Writes the file into the folder of a run. */
    public static void write(RunResult result, Path folder) throws IOException {
        String svg = result.headlines().stream()
                .findFirst()
                .map(newest -> svg("MCP " + newest.revision(), claim(newest)))
                .orElseGet(() -> svg("MCP", new Claim("not tested", GREY)));
        AtomicFile.write(folder.resolve(NAME), svg);
    }

    private static Claim claim(Headline headline) {
        if (headline.count(Verdict.ERROR) > 0) {
            return new Claim("not judged", GREY);
        } else if (headline.violated() > 0) {
            return new Claim(headline.violated() + (headline.violated() == 1 ? " violation" : " violations"), RED);
        } else if (headline.decided() == 0) {
            return new Claim("not tested", GREY);
        } else if (headline.undecided() > 0) {
            return new Claim("undecided", GREY);
        }
        return new Claim("conformant", GREEN);
    }

    private static String svg(String label, Claim claim) {
        int left = width(label) + 2 * PADDING;
        int right = width(claim.words()) + 2 * PADDING;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="20" role="img" aria-label="%s: %s">
                  <title>%s: %s</title>
                  <clipPath id="r"><rect width="%d" height="20" rx="3"/></clipPath>
                  <g clip-path="url(#r)">
                    <rect width="%d" height="20" fill="#424242"/>
                    <rect x="%d" width="%d" height="20" fill="%s"/>
                  </g>
                  <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
                    %s
                    %s
                  </g>
                </svg>
                """.formatted(
                        left + right,
                        label,
                        claim.words(),
                        label,
                        claim.words(),
                        left + right,
                        left,
                        left,
                        right,
                        claim.colour(),
                        text(PADDING, label),
                        text(left + PADDING, claim.words()));
    }

    /** A text that is stretched to the width it was given, whatever font the reader has. */
    private static String text(int x, String text) {
        return "<text x=\"%d\" y=\"14\" textLength=\"%d\" lengthAdjust=\"spacingAndGlyphs\">%s</text>"
                .formatted(x, width(text), text);
    }

    /** The width of a text in Verdana of 11 pixels. */
    private static int width(String text) {
        double width = 0;
        for (char c : text.toCharArray()) {
            width += width(c);
        }
        return (int) Math.ceil(width);
    }

    private static double width(char c) {
        if ("il".indexOf(c) >= 0) {
            return 3.1;
        } else if ("frt- ".indexOf(c) >= 0) {
            return 4.6;
        } else if ("mM".indexOf(c) >= 0) {
            return 10;
        }
        return Character.isUpperCase(c) ? 7.6 : 6.8;
    }
}
