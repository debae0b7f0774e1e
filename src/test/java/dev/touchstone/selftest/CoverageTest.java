package dev.touchstone.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of what is covered says what the catalogue says. */
class CoverageTest {
    private static final Path FILE = Path.of("suites/coverage.md");

    @Test
    void the_committed_table_is_what_the_catalogue_gives() throws IOException {
        String table = new CoverageTable(Catalogue.load()).text();
        if (Golden.UPDATE) {
            Files.writeString(FILE, table);
        }

        assertThat(FILE).as("write it anew by -Dgolden.update=true").hasContent(table);
    }
}
