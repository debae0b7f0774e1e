package dev.touchstone.wire.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Requirement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementsOfSchemasTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    /** The areas whose records are still being written; until then what they will own is judged with the rest. */
    private static final Set<String> AWAITED = Set.of(
            "cancellation",
            "completion",
            "elicitation",
            "logging",
            "pagination",
            "progress",
            "prompts",
            "resources",
            "roots",
            "sampling",
            "tasks",
            "tools");

    /** The same for 2026-07-28, whose records of other areas may also be extended from the earlier revisions. */
    private static final Set<String> AWAITED_STATELESS =
            Set.of("caching", "elicitation", "extensions", "jsonrpc", "logging", "mrtr", "progress", "roots");

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
    void every_requirement_that_a_schema_names_is_one_of_its_revision(String revision) {
        assertThat(new TreeSet<>(SchemaBook.of(revision).requirements()))
                .as("requirements that suites/schema/" + revision + ".json names")
                .isNotEmpty()
                .filteredOn(
                        id -> !(AWAITED.contains(area(id)) && CATALOGUE.find(id).isEmpty()))
                .allSatisfy(id -> assertThat(CATALOGUE.find(id).map(Requirement::revisions))
                        .as(id)
                        .hasValueSatisfying(revisions -> assertThat(revisions).contains(revision)));
    }

    @Test
    void what_the_schemas_of_the_stateless_revision_name_is_in_the_catalogue_or_awaited() {
        assertThat(new TreeSet<>(SchemaBook.of("2026-07-28").requirements()))
                .isNotEmpty()
                .filteredOn(id -> !AWAITED_STATELESS.contains(area(id)))
                .allSatisfy(id -> assertThat(CATALOGUE.find(id)).as(id).isPresent());
    }

    private static String area(String id) {
        return id.substring(0, id.indexOf('.'));
    }
}
