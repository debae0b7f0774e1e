package dev.touchstone.verdict;

import dev.touchstone.catalogue.Era;
import dev.touchstone.catalogue.Level;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.client.NotConnected;
import dev.touchstone.wire.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what a check saw, or how it ended, into an outcome. */
public final class Judge {
    /** The requirement that everything in a session stands on. */
    public static final String OPENING = "lifecycle.initialize.result";

    /** The requirement that everything else stands on where there are no sessions. */
    private static final String DISCOVERY = "discover.implemented";

    private static final int TOO_MANY_REQUESTS = 429;

    private final Requirement requirement;
    private final Revision revision;

    /** Judges one requirement in one revision. */
    public Judge(Requirement requirement, Revision revision) {
        this.requirement = requirement;
        this.revision = revision;
    }

    /** The requirement that everything else stands on in a revision. */
    public static String opening(Revision revision) {
        return revision.era() == Era.STATEFUL ? OPENING : DISCOVERY;
    }

    /** The outcome of a check that ran; {@code thrown} is what ended it early. */
    public Outcome outcome(Expect expect, @Nullable Throwable thrown, Duration took) {
        boolean faulty = thrown != null && !expected(rootOf(thrown));
        if (!expect.findings().isEmpty() && !faulty) {
            return limited(expect) ? rateLimited(expect, took) : violated(expect, took);
        }
        if (thrown != null) {
            return stopped(expect, thrown, took);
        }
        String seen = String.join("; ", expect.observations());
        if (expect.evidence().stream().allMatch(exchange -> exchange.response().isEmpty())) {
            return empty("the check passed without any evidence from the server", expect, took);
        } else if (expect.observations().isEmpty()) {
            return empty("the check passed and expected nothing", expect, took);
        }
        return new Outcome(
                requirement, revision, Verdict.PASS, requirement.expected(), seen, "", numbers(expect), took);
    }

    /** A pass that shows nothing is a mistake of the check. */
    private Outcome empty(String reason, Expect expect, Duration took) {
        String seen = String.join("; ", expect.observations());
        return new Outcome(requirement, revision, Verdict.ERROR, "", seen, reason, numbers(expect), took);
    }

    /** Ends of checks that are no fault of the suite. */
    private static boolean expected(Throwable end) {
        return end instanceof NotConnected
                || end instanceof NotApplicable
                || end instanceof Inconclusive
                || end instanceof TimeoutException;
    }

    private static boolean limited(Expect expect) {
        return expect.evidence().stream().anyMatch(exchange -> exchange.status() == TOO_MANY_REQUESTS);
    }

    private Outcome rateLimited(Expect expect, Duration took) {
        String reason = "the server limits the rate of requests (429): pass -Drate=N, requests in a second";
        return aside(Verdict.INCONCLUSIVE, reason, expect, took);
    }

    private Outcome violated(Expect expect, Duration took) {
        List<Finding> findings = expect.findings();
        boolean lenient = findings.stream().allMatch(Finding::lenient);
        String expected = findings.stream().map(Finding::expected).distinct().collect(Collectors.joining("; "));
        String seen = findings.stream().map(Finding::seen).distinct().collect(Collectors.joining("; "));
        return new Outcome(requirement, revision, verdict(lenient), expected, seen, "", numbers(expect), took);
    }

    private Verdict verdict(boolean lenient) {
        if (requirement.levelIn(revision) == Level.INTEROP) {
            return Verdict.INTEROP;
        }
        return requirement.bindingIn(revision) && !lenient ? Verdict.FAIL : Verdict.WARN;
    }

    private Outcome stopped(Expect expect, Throwable thrown, Duration took) {
        Throwable cause = rootOf(thrown);
        if (cause instanceof NotConnected refused) {
            refused.reply().evidence().forEach(expect::seen);
            return aside(
                    Verdict.INCONCLUSIVE, "blocked by " + opening(revision) + ": " + cause.getMessage(), expect, took);
        } else if (cause instanceof NotApplicable) {
            return aside(Verdict.NOT_APPLICABLE, message(cause), expect, took);
        } else if (cause instanceof Inconclusive) {
            return aside(Verdict.INCONCLUSIVE, message(cause), expect, took);
        } else if (cause instanceof TimeoutException) {
            return aside(Verdict.INCONCLUSIVE, "the check was not done in time: " + message(cause), expect, took);
        }
        return aside(Verdict.ERROR, cause.getClass().getSimpleName() + ": " + message(cause) + at(cause), expect, took);
    }

    /** An outcome of a requirement that was not judged. */
    public Outcome aside(Verdict verdict, String reason) {
        return aside(verdict, reason, new Expect(), Duration.ZERO);
    }

    private Outcome aside(Verdict verdict, String reason, Expect expect, Duration took) {
        String seen = String.join("; ", expect.observations());
        return new Outcome(requirement, revision, verdict, requirement.expected(), seen, reason, numbers(expect), took);
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getClass().getName().startsWith("org.junit.")) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String message(Throwable cause) {
        return String.valueOf(cause.getMessage());
    }

    private static String at(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return trace.length == 0 ? "" : " (" + trace[0] + ")";
    }

    private static List<Integer> numbers(Expect expect) {
        return expect.evidence().stream().map(Exchange::number).sorted().toList();
    }
}
