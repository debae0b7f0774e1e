package dev.touchstone.checks.transport;

import static dev.touchstone.client.StreamableClient.SESSION_ID;
import static dev.touchstone.client.StreamableSession.STATUS_LINE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whom a server lets in by the Origin header: no foreign page, and everybody who is no page. */
@Conformance
class ForeignOrigin {
    private static final String ORIGIN = "Origin";
    private static final String FOREIGN = "http://evil.example";
    private static final String REFUSED = "refused with an error status";

    /** A second stream beside an open one, and too many requests. */
    private static final Set<Integer> FOR_ANOTHER_REASON = Set.of(409, 429);

    @Verifies("transport.origin.validated")
    void initialize_with_a_foreign_origin_is_refused(McpClient client, Expect expect) {
        Exchange foreign = initialize(client, expect);

        expect.that("the first request with Origin: " + FOREIGN, foreign)
                .holds(refused(foreign) && foreign.header(SESSION_ID).isEmpty(), REFUSED + ", without a session id");
    }

    @Verifies("transport.origin.validated-all-methods")
    void each_request_of_a_session_is_refused_when_it_comes_with_a_foreign_origin(
            McpClient client, Session session, Expect expect) {
        Exchange initialize = initialize(client, expect);
        if (!refused(initialize)) {
            throw Inconclusive.blockedBy("transport.origin.validated", initialize.inShort());
        }
        List<Exchange> answers = inSession(client, session, expect);

        answers.stream()
                .filter(answer -> answer.noAnswer().isEmpty())
                .forEach(answer -> expect.that(answer)
                        .holds(refused(answer), answer.request().method() + " " + REFUSED));
        expect.that("ping in the session afterwards", session.ping()).result();
        answers.stream()
                .filter(answer -> answer.noAnswer().isPresent())
                .findFirst()
                .ifPresent(silent -> {
                    throw new Inconclusive("with a foreign Origin: " + silent.inShort());
                });
    }

    @Verifies("transport.origin.invalid-403")
    void the_refusal_of_a_foreign_origin_is_403(McpClient client, Session session, Expect expect) {
        Exchange initialize = initialize(client, expect);
        List<Exchange> inSession = inSession(client, session, expect);
        Exchange get = FirstRequest.get(client, session).peek(STATUS_LINE);
        Exchange delete = FirstRequest.delete(client, session).send();
        expect.seen(get).seen(delete);
        List<Exchange> refusals = new ArrayList<>(List.of(initialize));
        inSession.stream()
                .filter(answer -> !answer.request().method().equals("GET") || get.succeeded())
                .filter(answer -> !answer.request().method().equals("DELETE") || delete.succeeded())
                .forEach(refusals::add);
        refusals.removeIf(answer -> !refused(answer) || FOR_ANOTHER_REASON.contains(answer.status()));
        if (refusals.stream().noneMatch(answer -> answer.request().method().equals("POST"))) {
            throw Inconclusive.blockedBy("transport.origin.validated", initialize.inShort());
        }

        refusals.forEach(answer -> expect.that(answer).status(403));
    }

    @Verifies("transport.origin.absent-accepted")
    void a_request_without_origin_is_accepted(McpClient client, Expect expect) {
        Reply without = FirstRequest.send(client, probe -> probe.without(ORIGIN));
        if (!without.succeeded()) {
            Reply control = FirstRequest.send(client, probe -> probe.with(ORIGIN, originOf(client.endpoint())));
            Exchange shown = control.evidence().get(0);
            expect.control(control.succeeded(), shown, "the first request with the server's own origin");
        }

        expect.that("the first request without Origin", without).result();
    }

    /** Sends initialize with the foreign origin, after the same without it was accepted. */
    private static Exchange initialize(McpClient client, Expect expect) {
        Reply control = FirstRequest.send(client);
        expect.control(control.succeeded(), control.evidence().get(0), "the same request without it");
        Reply foreign = FirstRequest.send(client, probe -> probe.with(ORIGIN, FOREIGN));
        expect.seen(foreign);
        return foreign.evidence().get(0);
    }

    /** A ping, or a notification, a GET and a DELETE with the foreign origin, after a ping without it was accepted. */
    private static List<Exchange> inSession(McpClient client, Session session, Expect expect) {
        Reply control = session.ping();
        expect.control(control.succeeded(), control.evidence().get(0), "ping without it");
        ObjectNode message =
                client instanceof StatelessClient ? Handshake.initialized() : session.ping(session.nextId());
        List<Exchange> answers = List.of(
                session.post(message).with(ORIGIN, FOREIGN).send(),
                FirstRequest.get(client, session).with(ORIGIN, FOREIGN).peek(STATUS_LINE),
                FirstRequest.delete(client, session).with(ORIGIN, FOREIGN).send());
        answers.forEach(expect::seen);
        return answers;
    }

    private static boolean refused(Exchange answer) {
        return answer.status() >= 400;
    }

    private static String originOf(URI endpoint) {
        return endpoint.getScheme() + "://" + endpoint.getRawAuthority();
    }
}
