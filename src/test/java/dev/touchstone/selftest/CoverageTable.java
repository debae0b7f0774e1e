package dev.touchstone.selftest;

import dev.touchstone.catalogue.Area;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.catalogue.Untested;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the catalogue holds, what has a check, and why the rest has none: a table for each revision. */
final class CoverageTable {
    private static final String HEAD = """
            # Coverage

            Generated from the catalogue, and kept true by `CoverageTest`; `mvn verify -Dgolden.update=true` writes it anew.
            A requirement counts in every revision that has it. The reasons stand in the records themselves.
            """;

    private final Catalogue catalogue;

    CoverageTable(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    String text() {
        StringBuilder text = new StringBuilder(HEAD);
        for (Revision revision : catalogue.revisions()) {
            List<Requirement> all = catalogue.requirements().stream()
                    .filter(requirement -> requirement.appliesTo(revision))
                    .toList();
            if (!all.isEmpty()) {
                text.append("\n## ").append(revision.id()).append("\n\n").append(table(revision, all));
            }
        }
        return text.toString();
    }

    private String table(Revision revision, List<Requirement> all) {
        List<Untested.Reason> reasons = Arrays.stream(Untested.Reason.values())
                .filter(reason -> all.stream().anyMatch(requirement -> isUntested(requirement, reason)))
                .toList();
        StringBuilder text = new StringBuilder("| area | required | of these MUST | checked | of these MUST |");
        reasons.forEach(reason -> text.append(' ').append(reason.words()).append(" |"));
        text.append("\n|---|").append("---:|".repeat(4 + reasons.size())).append('\n');
        for (Area area : catalogue.areas()) {
            List<Requirement> some = all.stream()
                    .filter(requirement -> requirement.area().equals(area.id()))
                    .toList();
            if (!some.isEmpty()) {
                text.append(line(area.title(), revision, some, reasons));
            }
        }
        return text.append(line("**all**", revision, all, reasons)).toString();
    }

    private static String line(String label, Revision revision, List<Requirement> some, List<Untested.Reason> reasons) {
        Predicate<Requirement> binding = requirement -> requirement.bindingIn(revision);
        String counts = reasons.stream()
                .map(reason -> cell(count(some, requirement -> isUntested(requirement, reason))))
                .collect(Collectors.joining());
        return "| " + label + " |" + cell(some.size()) + cell(count(some, binding))
                + cell(count(some, Requirement::tested)) + cell(count(some, binding.and(Requirement::tested)))
                + counts + "\n";
    }

    private static String cell(long number) {
        return number == 0 ? " |" : " " + number + " |";
    }

    private static long count(List<Requirement> some, Predicate<Requirement> which) {
        return some.stream().filter(which).count();
    }

    private static boolean isUntested(Requirement requirement, Untested.Reason reason) {
        return requirement.untested().filter(why -> why.reason() == reason).isPresent();
    }
}
