package dev.touchstone.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.wire.schema.SchemaBook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViolationsTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    @ParameterizedTest
    @CsvSource({
        "schema.title.string, 2025-11-25, schema.title.string",
        "schema.title.string, 2024-11-05, schema.messages.valid",
        "schema.json-schema.default-2020-12, 2025-11-25, schema.json-schema.valid",
        "schema.json-schema.documented, 2025-11-25, schema.messages.valid",
        "schema.nobody.knows, 2025-11-25, schema.messages.valid"
    })
    void a_violation_shows_in_some_verdict_whoever_should_own_it(String named, String revision, String shown) {
        assertThat(Violations.heir(
                        named,
                        SchemaBook.REST,
                        CATALOGUE,
                        CATALOGUE.revision(revision).orElseThrow()))
                .isEqualTo(shown);
    }
}
