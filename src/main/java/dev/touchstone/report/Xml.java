package dev.touchstone.report;

import dev.touchstone.wire.Visible;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML 1.0; characters that XML cannot carry, or that a reader cannot see, come as escapes of ours. */
final class Xml {
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element; names and values of its attributes alternate. */
    Xml open(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(attribute(attributes[i + 1]))
                    .append('"');
        }
        out.append('>');
        open.push(element);
        return this;
    }

    /** Adds text to the element that is open. */
    Xml text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** Ends the element that was begun last. */
    Xml close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** The document; every element must be closed. */
    String text() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }

    private static String attribute(String value) {
        return escaped(value).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;");
    }

    /** The text with markup characters as entities, fit for element content of XML and HTML. */
    static String escaped(String text) {
        return Visible.text(text)
                .replace('\uFFFE', '\uFFFD')
                .replace('\uFFFF', '\uFFFD')
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
