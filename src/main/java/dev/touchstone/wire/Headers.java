package dev.touchstone.wire;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Header lines in their order on the wire; looked up without regard to case (RFC 9110, 5.1).
 *
 * @param lines the lines
 */
public record Headers(List<Header> lines) implements Iterable<Header> {
    /** No lines. */
    public static final Headers NONE = new Headers(List.of());

    /** Copies the lines. */
    public Headers {
        lines = List.copyOf(lines);
    }

    /** The value of the first line of that name. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The values of all lines of that name, in order. */
    public List<String> all(String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** These lines with all of one name replaced by a single one at the end. */
    public Headers with(String name, String value) {
        return without(name).and(name, value);
    }

    /** These lines and one more. */
    public Headers and(String name, String value) {
        List<Header> result = new ArrayList<>(lines);
        result.add(new Header(name, value));
        return new Headers(result);
    }

    /** These lines without those of one name. */
    public Headers without(String name) {
        return new Headers(lines.stream()
                .filter(line -> !line.name().equalsIgnoreCase(name))
                .toList());
    }

    @Override
    public Iterator<Header> iterator() {
        return lines.iterator();
    }
}
