package dev.touchstone.checks.credentials;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.checks.parts.Admission;
import dev.touchstone.checks.parts.Challenge;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import java.util.List;

/** What the configured credentials open, and what they keep closed to others. */
@Conformance
class ConfiguredCredentials {

    @Verifies("credentials.accepted")
    void every_kind_of_request_is_accepted_with_the_credentials(Attempts attempts, Expect expect) {
        for (Attempt attempt : attempts.all(expect)) {
            expect.that(attempt.kind(), attempt.right()).holds(!closed(attempt.right()), "neither 401 nor 403");
        }
    }

    @Verifies("credentials.required")
    void every_kind_of_request_is_refused_without_credentials(
            Attempts attempts, Dialect dialect, Catalogue catalogue, Target target, Expect expect) {
        List<Attempt> all = attempts.all(expect);
        boolean elsewhere = catalogue.get(SessionAsCredential.REQUIREMENT).appliesTo(dialect.revision());
        if (elsewhere && SessionAsCredential.isBlamed(all)) {
            throw Inconclusive.blockedBy(
                    SessionAsCredential.REQUIREMENT, "requests inside a session are served without credentials");
        }
        boolean bound = target.credentials().bearer().isPresent() && demandsToken(all.get(0));
        for (Attempt attempt : telling(all)) {
            String what = attempt.kind() + " without credentials: ";
            String seen = what + attempt.without().inShort();
            if (bound || !attempt.open()) {
                expect.holds(!attempt.open(), what + "refused", seen);
            } else {
                expect.deviates(what + "refused", seen);
            }
        }
    }

    /** Whether a conversation begins with a token only, by the challenge of the protocol's authorization. */
    private static boolean demandsToken(Attempt opening) {
        List<String> challenges = opening.without()
                .response()
                .map(response -> response.headers().all("WWW-Authenticate"))
                .orElse(List.of());
        return opening.refuses(opening.without())
                && Challenge.parse(challenges).stream()
                        .anyMatch(challenge -> challenge.scheme().equalsIgnoreCase("Bearer"));
    }

    @Verifies("credentials.wrong-refused")
    void wrong_credentials_are_refused_where_missing_ones_are(Attempts attempts, Expect expect) {
        List<Attempt> guarded = telling(attempts.all(expect)).stream()
                .filter(attempt -> !attempt.open())
                .toList();
        if (guarded.isEmpty()) {
            throw new NotApplicable("no kind of request is refused without credentials");
        }
        List<Attempt> told = guarded.stream()
                .filter(attempt -> !attempt.unclear(attempt.wrong()))
                .toList();
        if (told.isEmpty()) {
            throw Admission.unclear(guarded.get(0).wrong());
        }
        for (Attempt attempt : told) {
            expect.that(attempt.kind() + " with wrong credentials", attempt.wrong())
                    .holds(!attempt.openToWrong(), "refused");
        }
    }

    @Verifies("credentials.refused-with-401-or-403")
    void missing_and_wrong_credentials_are_refused_with_401_or_403(Attempts attempts, Expect expect) {
        boolean refused = false;
        for (Attempt attempt : telling(attempts.all(expect))) {
            refused |= refusal(attempt, attempt.without(), "without credentials", expect);
            refused |= refusal(attempt, attempt.wrong(), "with wrong credentials", expect);
        }
        if (!refused) {
            throw new NotApplicable("no kind of request is refused for its credentials");
        }
    }

    private static boolean refusal(Attempt attempt, Exchange answer, String how, Expect expect) {
        boolean refused = attempt.refuses(answer) || (attempt.accepted() && answer.status() / 100 == 3);
        if (refused) {
            expect.that(attempt.kind() + " " + how, answer).holds(closed(answer), "HTTP status 401 or 403");
        }
        return refused;
    }

    /** The attempts that tell something: served without credentials, or refused where the right ones are accepted. */
    private static List<Attempt> telling(List<Attempt> attempts) {
        List<Attempt> telling = attempts.stream()
                .filter(attempt -> attempt.open() || attempt.refuses(attempt.without()))
                .toList();
        attempts.stream()
                .filter(attempt -> telling.isEmpty() && attempt.accepted())
                .findFirst()
                .ifPresent(attempt -> {
                    throw Admission.unclear(attempt.without());
                });
        if (telling.isEmpty()) {
            throw new Inconclusive(
                    "no kind of request is accepted with the configured credentials, so refusals without them"
                            + " show nothing");
        }
        return telling;
    }

    private static boolean closed(Exchange answer) {
        return answer.status() == 401 || answer.status() == 403;
    }
}
