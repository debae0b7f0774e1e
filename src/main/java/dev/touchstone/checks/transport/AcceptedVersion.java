package dev.touchstone.checks.transport;

import static dev.touchstone.client.StreamableClient.PROTOCOL_VERSION;
import static dev.touchstone.client.StreamableSession.STATUS_LINE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Era;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.Probe;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Siblings;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import java.util.List;
import java.util.function.UnaryOperator;

/** Version headers that must not stand in the way: the negotiated one, none, an older one, any on initialize. */
@Conformance
class AcceptedVersion {

    @Verifies("transport.version-header.negotiated-accepted")
    void the_negotiated_version_is_not_refused_on_post_get_and_delete(StreamableSession session, Expect expect) {
        expectTolerated(session.post(JsonRpc.request(session.nextId(), "ping")), expect);
        expectTolerated(session.get(), expect);
        expectTolerated(session.delete(), expect);
    }

    /** A request that is answered 400 without the header as well is refused for another reason. */
    private static void expectTolerated(Probe probe, Expect expect) {
        Exchange answer = probe.peek(STATUS_LINE);
        if (answer.response().isEmpty() && !answer.request().method().equals("GET")) {
            expect.seen(answer);
            throw new Inconclusive("with the negotiated version in the header: " + answer.inShort());
        }
        boolean tolerated = answer.status() != 400;
        if (!tolerated) {
            Exchange without = probe.without(PROTOCOL_VERSION).peek(STATUS_LINE);
            expect.seen(without);
            tolerated = without.status() == 400;
        }
        expect.that(answer).holds(tolerated, "not HTTP status 400 for the negotiated version");
    }

    @Verifies("transport.version-header.absent-tolerated")
    void a_request_without_the_version_header_is_served(StreamableSession session, Siblings siblings, Expect expect) {
        Reply control = session.ask("ping");
        expect.control(control.succeeded(), control.evidence().get(0), "the same ping with the version header");
        ObjectNode ping = JsonRpc.request(session.nextId(), "ping");
        Exchange answer = session.post(ping).without(PROTOCOL_VERSION).send();
        expect.seen(answer);
        boolean served = answer.responseTo(ping.get("id"))
                .filter(message -> message.has("result"))
                .isPresent();
        if (!served && session.id().isEmpty() && !siblings.spoken().contains("2025-03-26")) {
            throw new NotApplicable(
                    "a server without sessions that does not speak 2025-03-26 may refuse it, as it does: "
                            + answer.inShort() + " (exchange " + answer.number() + ")");
        }

        expect.that("ping without the version header", answer).holds(served, "the result");
    }

    @Verifies("transport.version-header.old-version-served")
    void a_session_of_an_older_revision_is_served_when_the_header_names_it(
            StreamableClient client, Siblings siblings, Expect expect) {
        String old = siblings.spoken().stream()
                .filter(id -> id.compareTo(client.revision().id()) < 0)
                .min(String::compareTo)
                .orElseThrow(() -> new NotApplicable("the server speaks nothing older than " + client.revision()
                        + " over this transport, as its answers to initialize show"));
        try (StreamableSession session = client.connect()) {
            expect.control(session.ask("ping"), "ping in a session of " + client.revision());
        }
        try (StreamableSession session = client.begin(Handshake.params(old), UnaryOperator.identity())) {
            expect.seen(session.opening());
            session.initialized();
            ObjectNode ping = JsonRpc.request(session.nextId(), "ping");
            Exchange answer = session.post(ping).with(PROTOCOL_VERSION, old).send();

            expect.that("ping in a session of " + old + " that the header names", answer)
                    .holds(
                            answer.responseTo(ping.get("id"))
                                    .filter(message -> message.has("result"))
                                    .isPresent(),
                            "the result");
        }
    }

    @Verifies("transport.initialize.version-header-tolerated")
    void initialize_negotiates_although_a_header_names_the_version(
            StreamableClient client, Catalogue catalogue, Expect expect) {
        List<String> published = catalogue.revisions().stream()
                .filter(revision -> revision.era() == Era.STATEFUL)
                .map(Revision::id)
                .toList();
        for (String version : published) {
            Reply control = client.initialize(Handshake.params(version));
            if (!control.succeeded()) {
                expect.seen(control);
                throw Inconclusive.blockedBy(
                        "lifecycle.version.counter-offer", "initialize for " + version + ": " + control.inShort());
            }
            Reply reply = client.initialize(Handshake.params(version), probe -> probe.with(PROTOCOL_VERSION, version));
            expect.that("initialize for " + version + " with a header that says the same", reply)
                    .result();
        }
    }
}
