package dev.touchstone.checks.transport;

import static dev.touchstone.client.StreamableClient.PROTOCOL_VERSION;
import static dev.touchstone.client.StreamableSession.STATUS_LINE;

import dev.touchstone.client.Handshake;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;

/** What requests are answered whose version header names no revision that the server speaks. */
@Conformance
class WrongVersion {
    private static final String NONSENSE = "banana";
    private static final String UNKNOWN = "1999-01-01";
    private static final String NONSENSE_RECORD = "transport.version-header.garbage-400";
    private static final String UNKNOWN_RECORD = "transport.version-header.unsupported-400";

    @Verifies(NONSENSE_RECORD)
    void a_version_header_that_is_no_version_is_answered_400(StreamableSession session, Expect expect) {
        accept(session, expect);

        expect.that("ping with version " + NONSENSE, ping(session, NONSENSE)).status(400);
    }

    @Verifies(UNKNOWN_RECORD)
    void a_version_that_the_server_does_not_speak_is_answered_400(StreamableSession session, Expect expect) {
        accept(session, expect);
        Exchange nonsense = ping(session, NONSENSE);
        Exchange unknown = ping(session, UNKNOWN);
        expect.seen(nonsense).seen(unknown);
        if (unknown.status() != 400 && unknown.status() == nonsense.status()) {
            throw Inconclusive.blockedBy(
                    NONSENSE_RECORD, "version " + NONSENSE + " gets the same, " + nonsense.inShort());
        }

        expect.that("ping with version " + UNKNOWN, unknown).status(400);
    }

    @Verifies("transport.version-header.400-all-requests")
    void an_unknown_version_is_answered_400_on_notifications_get_and_delete(StreamableSession session, Expect expect) {
        accept(session, expect);
        Exchange ping = ping(session, UNKNOWN);
        expect.seen(ping);
        if (ping.status() != 400) {
            boolean alike = ping(session, NONSENSE).status() == ping.status();
            throw Inconclusive.blockedBy(alike ? NONSENSE_RECORD : UNKNOWN_RECORD, ping.inShort());
        }
        Exchange notification = session.post(Handshake.initialized())
                .with(PROTOCOL_VERSION, UNKNOWN)
                .send();
        Exchange get = session.get().with(PROTOCOL_VERSION, UNKNOWN).peek(STATUS_LINE);
        Exchange delete = session.delete().with(PROTOCOL_VERSION, UNKNOWN).send();
        Reply alive = session.ask("ping");
        Exchange rightGet = session.get().peek(STATUS_LINE);
        Exchange rightDelete = session.end();

        expect.that("a notification with version " + UNKNOWN, notification).status(400);
        expectRefused(get, rightGet, expect);
        expectRefused(delete, rightDelete, expect);
        expect.that("ping in the session afterwards", alive).result();
    }

    /** A method that is refused with any version cannot show whether the version is looked at. */
    private static void expectRefused(Exchange wrong, Exchange right, Expect expect) {
        expect.seen(right).seen(wrong);
        String label = wrong.request().method() + " with version " + UNKNOWN;
        if (wrong.status() == 405 && right.succeeded()) {
            expect.deviates(label + ": HTTP status 400", label + ": " + wrong.inShort());
        } else if (wrong.succeeded() || (right.succeeded() && wrong.response().isPresent())) {
            expect.that(label, wrong).status(400);
        }
    }

    private static void accept(StreamableSession session, Expect expect) {
        Reply control = session.ask("ping");
        expect.control(control.succeeded(), control.evidence().get(0), "the same ping with the negotiated version");
    }

    private static Exchange ping(StreamableSession session, String version) {
        return session.post(JsonRpc.request(session.nextId(), "ping"))
                .with(PROTOCOL_VERSION, version)
                .send();
    }
}
