package dev.touchstone.checks.session;

import static dev.touchstone.client.StreamableClient.SESSION_ID;

import dev.touchstone.client.StreamableSession;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;

/** What a server answers to a session it does not know. */
@Conformance
class UnknownSession {

    @Verifies("session.invalid-id.404")
    void a_request_with_a_session_id_never_issued_is_answered_404(StreamableSession session, Expect expect) {
        Exchange control =
                session.post(JsonRpc.request(session.nextId(), "ping")).send();
        Exchange answer = session.post(JsonRpc.request(session.nextId(), "ping"))
                .with(SESSION_ID, SessionIds.neverIssued(SessionIds.of(session)))
                .send();

        expect.control(control.succeeded(), control, "the same ping with the issued session id");
        expect.that(answer).status(404);
    }
}
