package dev.touchstone.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A committed file of expected verdicts, in sections by server. {@code -Dgolden.update=true} writes what was seen
 * instead of comparing; the difference then shows in version control, where it has to be explained.
 */
final class Golden {
    static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private final Path file;
    private final Map<String, List<String>> expected;
    private final Map<String, List<String>> seen = new ConcurrentHashMap<>();

    Golden(String name) throws IOException {
        this.file = Path.of("src/test/resources/golden", name);
        this.expected = Files.exists(file) ? read(Files.readAllLines(file)) : Map.of();
    }

    private static Map<String, List<String>> read(List<String> lines) {
        Map<String, List<String>> sections = new TreeMap<>();
        List<String> section = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("# ")) {
                section = new ArrayList<>();
                sections.put(line.substring(2), section);
            } else if (!line.isBlank()) {
                section.add(line);
            }
        }
        return sections;
    }

    /** The servers that have a section. */
    Set<String> names() {
        return expected.keySet();
    }

    /** What differs from the conforming server, of all sections. */
    Stream<String> lines() {
        return expected.values().stream().flatMap(List::stream);
    }

    List<String> section(String name) {
        return expected.getOrDefault(name, List.of());
    }

    /** Whether the lines that count are the expected ones. */
    boolean expects(String name, List<String> lines, Predicate<String> counts) {
        return lines.stream()
                .filter(counts)
                .toList()
                .equals(section(name).stream().filter(counts).toList());
    }

    void check(String name, List<String> lines) {
        check(name, lines, line -> true);
    }

    /** Compares the lines that count; of the others the expected ones stay in the file. */
    void check(String name, List<String> lines, Predicate<String> counts) {
        List<String> counted = lines.stream().filter(counts).toList();
        Stream<String> others = section(name).stream().filter(counts.negate());
        seen.put(name, Stream.concat(others, counted.stream()).sorted().toList());
        if (!UPDATE) {
            assertThat(counted)
                    .as("verdicts of %s, see %s", name, file)
                    .isEqualTo(section(name).stream().filter(counts).toList());
        }
    }

    /** Writes what was seen, if that is wanted; sections of servers that did not run are kept. */
    void close() throws IOException {
        if (!UPDATE) {
            return;
        }
        Map<String, List<String>> all = new TreeMap<>(expected);
        all.putAll(seen);
        StringBuilder text = new StringBuilder();
        all.forEach((name, lines) -> {
            text.append("# ").append(name).append('\n');
            lines.forEach(line -> text.append(line).append('\n'));
            text.append('\n');
        });
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
