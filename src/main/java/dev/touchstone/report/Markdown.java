package dev.touchstone.report;

/** Escapes text for GitHub-flavoured Markdown, where HTML counts as well. */
final class Markdown {
    private static final String SPECIAL = "\\`*_{}[]()#|~!$@";

    private Markdown() {}

    /** The text on one line, shortened, so that it can stand anywhere, tables included, and shows as it is. */
    static String line(String text, int most) {
        return escaped(Printable.line(text, most));
    }

    /** The text with all that has a meaning in Markdown or HTML taken out of effect; addresses do not become links. */
    static String escaped(String text) {
        String plain = Xml.escaped(text);
        StringBuilder result = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            if (SPECIAL.indexOf(plain.charAt(i)) >= 0 || plain.startsWith("://", i)) {
                result.append('\\');
            }
            result.append(plain.charAt(i));
        }
        return result.toString();
    }
}
