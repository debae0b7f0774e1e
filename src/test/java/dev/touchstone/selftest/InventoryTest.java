package dev.touchstone.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every row of the inventory of requirements is a record of the catalogue. The inventory is no part of the project:
 * {@code -Dinventory=FILE} names it, {@code -Dinventory.area=AREA,AREA} looks at some areas only.
 */
class InventoryTest {
    private static final String FILE = System.getProperty("inventory", "");
    private static final String CORRECTIONS = "/inventory-corrections.tsv";

    private final Catalogue catalogue = Catalogue.load();
    private final Map<String, Set<String>> rows = new TreeMap<>();
    private final Map<String, String> corrections = new TreeMap<>();

    @BeforeEach
    void read() throws IOException {
        assumeThat(FILE)
                .as("the inventory is named by -Dinventory=FILE, and is not at hand everywhere")
                .isNotEmpty();
        Files.readAllLines(Path.of(FILE)).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .filter(row -> Chosen.by("inventory.area", row[2]))
                .forEach(row -> rows.put(row[0], Set.of(row[1].split(","))));
        lines().map(line -> line.split("\t")).forEach(row -> corrections.put(row[0], row[1]));
    }

    private static Stream<String> lines() {
        try (InputStream in = InventoryTest.class.getResourceAsStream(CORRECTIONS)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_row_is_a_record() {
        Set<String> missing = new TreeSet<>(rows.keySet());
        missing.removeIf(id -> catalogue.find(id).isPresent() || corrections.containsKey(id));

        assertThat(missing).as("rows without a record").isEmpty();
    }

    @Test
    void every_record_has_the_revisions_of_its_row() {
        Map<String, String> different = new TreeMap<>();
        rows.forEach((id, revisions) -> catalogue
                .find(id)
                .map(this::revisions)
                .filter(given -> !given.equals(revisions) && !corrections.containsKey(id))
                .ifPresent(given -> different.put(id, given + " in place of " + new TreeSet<>(revisions))));

        assertThat(different).as("records with other revisions").isEmpty();
    }

    /** The revisions of a record that the inventory is about: there is one for each era. */
    private Set<String> revisions(Requirement record) {
        Set<String> known = new TreeSet<>();
        rows.values().forEach(known::addAll);
        Set<String> revisions = new TreeSet<>(record.revisions());
        revisions.retainAll(known);
        return revisions;
    }

    @Test
    void every_correction_is_still_one() {
        Set<String> stale = corrections.keySet().stream()
                .filter(rows::containsKey)
                .filter(id -> {
                    Optional<Requirement> record = catalogue.find(id);
                    return record.isPresent() && revisions(record.get()).equals(rows.get(id));
                })
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(stale).as("corrections that correct nothing").isEmpty();
        assertThat(corrections.values()).as("reasons").doesNotContain("");
    }
}
