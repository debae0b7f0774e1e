package dev.touchstone.checks.session;

import static dev.touchstone.client.StreamableClient.PROTOCOL_VERSION;

import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;

/** What becomes of a session that the client ends by DELETE. */
@Conformance
class EndedSession {

    @Verifies("session.delete.accepted-or-405")
    void delete_ends_the_session_or_is_refused_with_405(StreamableSession session, Expect expect) {
        Exchange delete = session.end();
        Refusal.ofCredentials(delete, expect);
        if (delete.status() == 400) {
            Refusal.ofVersion(delete, session.delete().without(PROTOCOL_VERSION).send(), expect);
        }

        expect.that(delete)
                .holds(delete.succeeded() || delete.status() == 405, "a success status (2xx), or HTTP status 405");
    }

    @Verifies("session.terminated.404")
    void a_request_with_the_id_of_an_ended_session_is_answered_404(StreamableSession session, Expect expect) {
        end(session, expect);

        expect.that(ping(session)).status(404);
    }

    @Verifies("session.terminated.404-all-methods")
    void notifications_get_and_delete_with_the_id_of_an_ended_session_are_answered_404(
            StreamableSession session, Expect expect) {
        end(session, expect);
        Exchange ping = ping(session);
        expect.seen(ping);
        if (ping.status() != 404) {
            throw Inconclusive.blockedBy("session.terminated.404", ping.inShort());
        }

        Exchange notification = session.tell(JsonRpc.notification("notifications/initialized"));
        expect.that("notification", notification).status(404);
        expect.that(session.get().send()).status(404, 405);
        expect.that(session.delete().send()).status(404, 405);
    }

    @Verifies("session.delete.only-own-session")
    void ending_one_session_leaves_another_alive(StreamableClient client, Expect expect) {
        try (StreamableSession staying = client.connect();
                StreamableSession leaving = client.connect()) {
            expect.control(staying.ask("ping"), "ping in the other session before the DELETE");
            end(leaving, expect);

            expect.that("in the other session", staying.ask("ping")).result();
        }
    }

    @Verifies("session.initialize.without-id-starts-new")
    void initialize_without_an_id_starts_a_new_session_after_one_has_ended(
            StreamableClient client, StreamableSession session, Expect expect) {
        expect.control(session.ask("ping"), "ping in the first session");
        end(session, expect);

        try (StreamableSession next = client.begin()) {
            next.initialized();
            expect.seen(next.initialize());
            expect.holds(
                    !SessionIds.of(next).equals(SessionIds.of(session)),
                    "a new session id",
                    "initialize answered with session id " + SessionIds.of(next));
            expect.that("in the new session", next.ask("ping")).result();
        }
    }

    private static void end(StreamableSession session, Expect expect) {
        Exchange delete = session.end();
        expect.seen(delete);
        if (!delete.succeeded()) {
            throw new NotApplicable("the server does not end sessions on request: " + delete.inShort() + " (exchange "
                    + delete.number() + ")");
        }
    }

    private static Exchange ping(StreamableSession session) {
        return session.post(JsonRpc.request(session.nextId(), "ping")).send();
    }
}
