package dev.touchstone.report;

import dev.touchstone.verdict.Verdict;
import io.qameta.allure.model.Status;
import org.jspecify.annotations.Nullable;

/**
 * How our verdicts look in Allure, worst first: red only for a broken MUST. Allure has five statuses for our eight
 * cases; the titles, with which the messages begin, make the categories that tell them apart.
 */
enum AllureStatus {
    FAULT("Fault of the suite", Status.BROKEN),
    VIOLATED("Violated", Status.FAILED),
    UNDECIDED("Could not be decided", null),
    WARNING("Recommendation not followed", Status.BROKEN),
    INTEROP("Legal, yet breaks clients", Status.BROKEN),
    NOT_APPLICABLE("Not applicable", Status.SKIPPED),
    UNTESTED("Not tested", Status.SKIPPED),
    PASSED("Passed", Status.PASSED);

    private final String title;
    private final @Nullable Status status;

    AllureStatus(String title, @Nullable Status status) {
        this.title = title;
        this.status = status;
    }

    static AllureStatus of(Verdict verdict) {
        return switch (verdict) {
            case ERROR -> FAULT;
            case FAIL -> VIOLATED;
            case INCONCLUSIVE -> UNDECIDED;
            case WARN -> WARNING;
            case INTEROP -> INTEROP;
            case NOT_APPLICABLE -> NOT_APPLICABLE;
            case PASS -> PASSED;
        };
    }

    /** The name of the category, with which every message begins. */
    String title() {
        return title;
    }

    /** Allure's status; none is what Allure shows as unknown. */
    @Nullable
    Status status() {
        return status;
    }

    /** Allure's status as categories spell it. */
    String statusName() {
        return status == null ? "unknown" : status.value();
    }
}
