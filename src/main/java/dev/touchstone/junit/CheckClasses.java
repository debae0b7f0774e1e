package dev.touchstone.junit;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.preflight.Dialect;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;

/** The classes of checks, found once; of them, those that have something to judge. */
final class CheckClasses {
    private static final List<Class<?>> ALL = ReflectionSupport.findAllClassesInPackage(
            "dev.touchstone.checks", type -> type.isAnnotationPresent(Conformance.class), name -> true);

    private CheckClasses() {}

    /** The parts of a run, one after the other. */
    enum Part {
        /** Requests are sent. */
        DURING,
        /** All have been. */
        AFTERWARDS,
        /** All others have judged. */
        LAST;

        private static Part of(Class<?> type) {
            Afterwards afterwards = type.getAnnotation(Afterwards.class);
            if (afterwards == null) {
                return DURING;
            }
            return afterwards.last() ? LAST : AFTERWARDS;
        }
    }

    /** The classes that judge in a part of the run. */
    static List<Class<?>> of(RunContext run, Part part) {
        return ALL.stream()
                .filter(type -> Part.of(type) == part)
                .filter(type -> run.facts().dialects().stream().anyMatch(dialect -> hasWork(type, run, dialect)))
                .toList();
    }

    /** Whether a class has a check of a requirement that is to be judged in a dialect. */
    static boolean hasWork(Class<?> type, RunContext run, Dialect dialect) {
        return verified(type, run.catalogue())
                .anyMatch(requirement -> run.selects(requirement) && requirement.appliesTo(dialect.revision()));
    }

    private static Stream<Requirement> verified(Class<?> type, Catalogue catalogue) {
        return Arrays.stream(type.getDeclaredMethods())
                .map(method -> method.getAnnotation(Verifies.class))
                .filter(verifies -> verifies != null)
                .map(verifies -> catalogue.find(verifies.value()))
                .flatMap(Optional::stream);
    }
}
