package dev.touchstone.report;

import dev.touchstone.catalogue.Breakage;
import dev.touchstone.catalogue.Level;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.util.List;
import java.util.Map;

/**
 * Says an outcome, or a requirement without a check, in Allure's words. Allure puts status messages and descriptions
 * into its page as HTML: both are escaped here, since what a server sent stands in them.
 */
final class AllureResult {
    private final RunResult run;
    private final Map<String, String> areas;

    AllureResult(RunResult run) {
        this.run = run;
        this.areas = Names.areas(run);
    }

    /** The id of a result, the same in every run: the address of its page and its thread in the history. */
    static String idOf(String key) {
        return Digests.md5(key);
    }

    /** An outcome; times and attachments are still missing. */
    TestResult of(Outcome outcome) {
        AllureStatus status = AllureStatus.of(outcome.verdict());
        String message = status.title() + ": " + Wording.obligation(outcome) + "\n"
                + Wording.evidence(outcome).strip();
        return common(outcome.requirement(), outcome.revision())
                .setStatus(status.status())
                .setStatusDetails(new StatusDetails().setMessage(Xml.escaped(message)));
    }

    /** A requirement without a check. */
    TestResult untested(Requirement requirement, Revision revision) {
        String message = AllureStatus.UNTESTED.title() + ": " + Wording.whyUntested(requirement);
        return common(requirement, revision)
                .setStatus(AllureStatus.UNTESTED.status())
                .setStatusDetails(new StatusDetails().setMessage(Xml.escaped(message)));
    }

    private TestResult common(Requirement requirement, Revision revision) {
        String key = requirement.id() + "@" + revision.id();
        Level level = requirement.levelIn(revision);
        return new TestResult()
                .setUuid(idOf(key))
                .setHistoryId(idOf(key))
                .setTestCaseId(idOf(key))
                .setFullName(key)
                .setName("%s %s %s [%s]".formatted(requirement.id(), level.words(), requirement.title(), revision))
                .setDescription(description(requirement))
                .setStage(Stage.FINISHED)
                .setLabels(labels(requirement, revision))
                .setLinks(links(requirement, revision))
                .setParameters(List.of(
                        parameter("revision", revision.id()),
                        parameter("transport", revision.transport().title())));
    }

    private List<Label> labels(Requirement requirement, Revision revision) {
        Level level = requirement.levelIn(revision);
        String area = areas.getOrDefault(requirement.area(), requirement.area());
        return List.of(
                label("parentSuite", group(level)),
                label("suite", "MCP " + revision),
                label("subSuite", area),
                label("epic", "MCP " + revision),
                label("feature", area),
                label("story", requirement.id()),
                label("severity", severity(level)),
                label("tag", level.words()),
                label("framework", "touchstone"));
    }

    private List<Link> links(Requirement requirement, Revision revision) {
        return List.of(new Link()
                .setName("MCP " + revision + ", "
                        + requirement.clauseIn(revision).getPath())
                .setUrl(requirement.clauseIn(revision).toString())
                .setType("spec"));
    }

    private String description(Requirement requirement) {
        StringBuilder text = new StringBuilder();
        paragraph(text, "", requirement.statement());
        paragraph(text, "", requirement.why());
        paragraph(text, "**Accepted:** ", requirement.expected());
        paragraph(text, "**Usual cause:** ", requirement.hint());
        for (Breakage breakage : run.catalogue().breakagesOf(requirement.id())) {
            paragraph(
                    text,
                    "**Known to break " + Markdown.escaped(String.join(", ", breakage.clients())) + ":** ",
                    breakage.symptom());
        }
        return text.toString();
    }

    private static void paragraph(StringBuilder text, String label, String content) {
        if (!content.isBlank()) {
            text.append(label).append(Markdown.escaped(content)).append("\n\n");
        }
    }

    /** Levels that differ only by a negation stand together. */
    private static String group(Level level) {
        return switch (level) {
            case MUST, MUST_NOT -> Level.MUST.words();
            case SHOULD, SHOULD_NOT -> Level.SHOULD.words();
            case MAY, INTEROP -> level.words();
        };
    }

    private static String severity(Level level) {
        return switch (level) {
            case MUST, MUST_NOT -> "critical";
            case SHOULD, SHOULD_NOT -> "normal";
            case INTEROP -> "minor";
            case MAY -> "trivial";
        };
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }

    private static Parameter parameter(String name, String value) {
        return new Parameter().setName(name).setValue(value);
    }
}
