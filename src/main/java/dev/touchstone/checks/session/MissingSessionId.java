package dev.touchstone.checks.session;

import static dev.touchstone.client.StreamableClient.SESSION_ID;

import dev.touchstone.client.StreamableSession;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;

/** What a server with sessions answers when the session id is left out. */
@Conformance
class MissingSessionId {

    @Verifies("session.missing-id.400")
    void a_post_without_its_session_id_is_served_or_answered_400(StreamableSession session, Expect expect) {
        Exchange control =
                session.post(JsonRpc.request(session.nextId(), "ping")).send();
        Exchange without = session.post(JsonRpc.request(session.nextId(), "ping"))
                .without(SESSION_ID)
                .send();

        expect.control(control.succeeded(), control, "the same ping with the session id");
        expect.that(without).holds(without.succeeded() || without.status() == 400, "served, or HTTP status 400");
    }

    @Verifies("session.missing-id.400-get-delete")
    void get_and_delete_without_their_session_id_are_answered_400(StreamableSession session, Expect expect) {
        Exchange get = session.get().without(SESSION_ID).send();
        Exchange delete = session.delete().without(SESSION_ID).send();

        judge(get, session.get().peek(StreamableSession.STATUS_LINE), expect);
        judge(delete, session.end(), expect);
    }

    /** A method that is refused with the session id in the same way says nothing about the missing id. */
    private static void judge(Exchange without, Exchange with, Expect expect) {
        Refusal.ofCredentials(without, expect);
        if (without.response().isEmpty()) {
            expect.seen(without);
            throw new Inconclusive("without the session id: " + without.inShort());
        }
        boolean refusedAnyway = !with.succeeded() && with.status() == without.status();
        boolean right = without.succeeded() || without.status() == 400 || without.status() == 405;
        expect.seen(with);
        expect.that(without)
                .holds(right || refusedAnyway, without.request().method() + " served, or HTTP status 400 or 405");
    }
}
