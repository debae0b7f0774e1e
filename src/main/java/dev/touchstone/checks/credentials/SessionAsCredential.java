package dev.touchstone.checks.credentials;

import dev.touchstone.checks.parts.Admission;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import java.util.List;
import java.util.Optional;

/** Whether the id of a session is taken for the credentials that the session was opened with. */
@Conformance
class SessionAsCredential {
    static final String REQUIREMENT = "security.session.not-authentication";

    @Verifies(REQUIREMENT)
    void a_request_that_brings_only_the_session_id_is_refused(Attempts attempts, Expect expect) {
        List<Attempt> all = attempts.all(expect);
        Attempt opening = all.get(0);
        Optional<Attempt> inside = requestInside(all);
        if (opening.open()) {
            throw new NotApplicable("a session can be opened without credentials");
        } else if (inside.isEmpty()) {
            throw new NotApplicable("the server issues no session id");
        } else if (!inside.get().accepted()) {
            throw new Inconclusive("a request inside a session is not accepted with the credentials either");
        } else if (inside.get().unclear(inside.get().without())) {
            throw Admission.unclear(inside.get().without());
        }
        expect.that(
                        "ping with the session id and without credentials",
                        inside.get().without())
                .holds(!inside.get().open(), "refused");
    }

    /** Whether requests inside a session need no credentials, though opening one does. */
    static boolean isBlamed(List<Attempt> attempts) {
        return !attempts.get(0).open()
                && requestInside(attempts).filter(Attempt::open).isPresent();
    }

    private static Optional<Attempt> requestInside(List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt -> attempt.kind().equals(StreamableAttempts.REQUEST))
                .filter(attempt -> attempt.right()
                        .request()
                        .headers()
                        .first(StreamableClient.SESSION_ID)
                        .isPresent())
                .findFirst();
    }
}
