package dev.touchstone.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The data in {@code suites/} holds together. */
class CatalogueTest {
    private final Catalogue catalogue = Catalogue.load();

    @Test
    void revisions_are_named_that_exist() {
        Set<String> known = catalogue.revisions().stream().map(Revision::id).collect(Collectors.toSet());

        assertThat(catalogue.requirements()).hasSizeGreaterThan(130).allSatisfy(requirement -> {
            assertThat(requirement.revisions())
                    .as(requirement.id())
                    .isNotEmpty()
                    .isSubsetOf(known);
            assertThat(known)
                    .as(requirement.id())
                    .containsAll(requirement.clauses().keySet());
        });
    }

    @Test
    void requirements_without_a_check_say_why_and_merged_ones_where() {
        List<Requirement> untested = catalogue.requirements().stream()
                .filter(requirement -> !requirement.tested())
                .toList();

        assertThat(untested).allSatisfy(requirement -> {
            Untested why = requirement.untested().orElseThrow();
            assertThat(why.text()).as(requirement.id()).isNotBlank();
            assertThat(why.into().isPresent()).as(requirement.id()).isEqualTo(why.reason() == Untested.Reason.MERGED);
            why.into()
                    .ifPresent(
                            id -> assertThat(catalogue.get(id).tested()).as(id).isTrue());
        });
    }

    @Test
    void permissions_have_no_check() {
        assertThat(catalogue.requirements().stream().filter(requirement -> requirement.level() == Level.MAY))
                .allMatch(requirement -> !requirement.tested());
    }

    @Test
    void binding_requirements_with_a_check_say_why_they_matter_and_what_to_repair() {
        List<String> mute = catalogue.requirements().stream()
                .filter(requirement ->
                        requirement.tested() && requirement.level().binding())
                .filter(requirement ->
                        requirement.why().isBlank() || requirement.hint().isBlank())
                .map(Requirement::id)
                .toList();

        assertThat(mute).isEmpty();
    }

    @Test
    void titles_fit_on_a_line() {
        assertThat(catalogue.requirements())
                .allSatisfy(requirement -> assertThat(requirement.title()).hasSizeLessThanOrEqualTo(75));
    }

    @Test
    void breakages_of_clients_name_requirements_that_exist_and_public_references() {
        Set<String> unknown = new TreeSet<>();
        catalogue.breakages().forEach(breakage -> {
            breakage.requirements().stream()
                    .filter(id -> catalogue.find(id).isEmpty())
                    .forEach(unknown::add);
            assertThat(breakage.references()).as(breakage.fault()).isNotEmpty();
            assertThat(breakage.evidence()).as(breakage.fault()).isIn("reported", "reproduced");
        });

        assertThat(unknown).isEmpty();
    }

    @Test
    void every_interop_requirement_names_the_clients_that_break() {
        List<String> nameless = catalogue.requirements().stream()
                .filter(requirement -> requirement.level() == Level.INTEROP)
                .map(Requirement::id)
                .filter(id -> catalogue.breakagesOf(id).isEmpty())
                .toList();

        assertThat(nameless).isEmpty();
    }
}
