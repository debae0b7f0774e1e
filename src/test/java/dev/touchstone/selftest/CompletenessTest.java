package dev.touchstone.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.reference.Fault;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Catalogue, checks and faults belong together: none without the others. */
class CompletenessTest {
    private final List<JavaMethod> checks = checks();
    private final Set<String> tested = Catalogue.load().requirements().stream()
            .filter(Requirement::tested)
            .map(Requirement::id)
            .collect(Collectors.toCollection(TreeSet::new));

    /** The requirements whose checks look at what was recorded in the whole run, or share what others asked for. */
    static Set<String> afterwards() {
        return checks().stream()
                .filter(check -> check.getOwner().isAnnotatedWith(Afterwards.class))
                .map(CompletenessTest::id)
                .collect(Collectors.toSet());
    }

    private static List<JavaMethod> checks() {
        JavaClasses classes = new ClassFileImporter().importPackages("dev.touchstone.checks");
        return classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Verifies.class))
                .toList();
    }

    @Test
    void every_requirement_with_a_check_has_one_and_every_check_a_requirement() {
        Set<String> verified = ids();

        assertThat(missing(tested, verified))
                .as("requirements that no check verifies: write one, or give the record an 'untested' reason")
                .isEmpty();
        assertThat(missing(verified, tested))
                .as(
                        "checks whose requirement is not in the catalogue, or is marked untested: add or correct the record")
                .isEmpty();
    }

    @Test
    void no_requirement_has_two_checks() {
        assertThat(checks.stream().map(CompletenessTest::id)).doesNotHaveDuplicates();
    }

    @Test
    void every_check_can_be_tripped_by_a_named_fault() {
        Set<String> broken =
                Fault.all().stream().flatMap(fault -> fault.breaks().stream()).collect(Collectors.toSet());

        assertThat(missing(tested, broken))
                .as(
                        "requirements that no fault of the reference server turns red: a check that cannot fail is a defect")
                .isEmpty();
        assertThat(missing(broken, tested))
                .as("faults that name a requirement without a check")
                .isEmpty();
    }

    @Test
    void every_class_with_checks_is_run() {
        assertThat(checks).allMatch(check -> check.getOwner().isAnnotatedWith(Conformance.class));
    }

    private Set<String> ids() {
        return checks.stream().map(CompletenessTest::id).collect(Collectors.toSet());
    }

    private static String id(JavaMethod check) {
        return check.getAnnotationOfType(Verifies.class).value();
    }

    private static Set<String> missing(Set<String> from, Set<String> in) {
        Set<String> missing = new TreeSet<>(from);
        missing.removeAll(in);
        return missing;
    }
}
