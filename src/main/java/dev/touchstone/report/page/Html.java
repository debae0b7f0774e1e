package dev.touchstone.report.page;

import dev.touchstone.wire.Visible;
import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of HTML. There is no way to put a string into it unescaped, so that what a server says of itself stays text.
 */
final class Html {
    private final String open;
    private final String close;
    private final StringBuilder content = new StringBuilder();

    private Html(String open, String close) {
        this.open = open;
        this.close = close;
    }

    /** Pieces without an element around them. */
    static Html fragment() {
        return new Html("", "");
    }

    /** An element; the selector is {@code name} or {@code name.class}, attributes come as names and values in turn. */
    static Html tag(String selector, String... attributes) {
        String[] parts = selector.split("\\.", 2);
        StringBuilder open = new StringBuilder("<").append(parts[0]);
        if (parts.length > 1) {
            attribute(open, "class", parts[1].replace('.', ' '));
        }
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(open, attributes[i], attributes[i + 1]);
        }
        boolean empty = List.of("meta", "br", "hr").contains(parts[0]);
        return new Html(open.append('>').toString(), empty ? "" : "</" + parts[0] + ">");
    }

    /** A link; an address that is neither on the web nor beside the page becomes mere text. */
    static Html link(String address, String text) {
        boolean web = address.startsWith("https://") || address.startsWith("http://");
        boolean local = !address.contains(":") && !address.startsWith("/");
        if (web) {
            return tag("a", "href", address, "rel", "noreferrer noopener").text(text);
        }
        return (local ? tag("a", "href", address) : tag("span")).text(text);
    }

    /** The style sheet of the page, the only thing that is not escaped: it is ours. */
    static Html style(String sheet) {
        Html style = tag("style");
        style.content.append(sheet);
        return style;
    }

    private static void attribute(StringBuilder open, String name, String value) {
        open.append(' ')
                .append(name)
                .append("=\"")
                .append(escaped(Visible.line(value)))
                .append('"');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Adds text. */
    Html text(String text) {
        content.append(escaped(Visible.text(text)));
        return this;
    }

    /** Adds pieces. */
    Html add(Html... pieces) {
        return add(Stream.of(pieces));
    }

    /** Adds pieces. */
    Html add(Stream<Html> pieces) {
        pieces.forEach(piece -> content.append(piece.markup()));
        return this;
    }

    /** Whether nothing was added to it. */
    boolean isEmpty() {
        return content.length() == 0;
    }

    /** The source text. */
    String markup() {
        return open + content + close;
    }
}
