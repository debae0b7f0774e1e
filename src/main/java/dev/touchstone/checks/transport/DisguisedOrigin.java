package dev.touchstone.checks.transport;

import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import java.net.URI;
import java.util.List;

/** Whether a server that refuses a foreign Origin can be deceived by one that resembles a trusted one. */
@Conformance
class DisguisedOrigin {
    private static final String ORIGIN = "Origin";
    private static final String FOREIGN = "http://evil.example";
    private static final String VALIDATED = "transport.origin.validated";

    @Verifies("transport.origin.compared-whole")
    void an_origin_that_resembles_a_trusted_one_is_refused(McpClient client, Expect expect) {
        demandRefusalOfForeign(client, expect);

        for (String origin : disguises(client.endpoint())) {
            Exchange answer = initialize(client, origin, expect);
            expect.that("the first request with Origin: " + origin, answer)
                    .holds(answer.status() >= 400, "refused with an error status");
        }
        Exchange none = initialize(client, "null", expect);
        if (none.status() < 400) {
            expect.deviates(
                    "the first request with Origin: null, as from a sandboxed page, refused",
                    "it is " + none.inShort());
        }
    }

    private static List<String> disguises(URI endpoint) {
        String host = endpoint.getHost();
        return List.of(
                "http://localhost.evil.example",
                "http://127.0.0.1.evil.example",
                "http://evil.example/localhost",
                endpoint.getScheme() + "://" + host + ".evil.example",
                "http://evil-" + host.replaceAll("[\\[\\]:]", ""));
    }

    @Verifies("transport.origin.rebound-host")
    void an_origin_is_not_trusted_for_being_the_host(McpClient client, Expect expect) {
        demandRefusalOfForeign(client, expect);

        Reply reply = FirstRequest.send(
                client,
                probe -> probe.with(ORIGIN, FOREIGN)
                        .with("Host", URI.create(FOREIGN).getHost()));
        Exchange answer = reply.evidence().get(0);
        expect.that("the first request with the foreign name as Origin and as Host", answer)
                .holds(answer.status() >= 400, "refused with an error status");
    }

    private static void demandRefusalOfForeign(McpClient client, Expect expect) {
        Reply control = FirstRequest.send(client);
        expect.control(control.succeeded(), control.evidence().get(0), "the first request without Origin");
        Exchange foreign = initialize(client, FOREIGN, expect);
        if (foreign.status() < 400) {
            throw Inconclusive.blockedBy(VALIDATED, foreign.inShort());
        }
    }

    private static Exchange initialize(McpClient client, String origin, Expect expect) {
        Exchange answer = FirstRequest.send(client, probe -> probe.with(ORIGIN, origin))
                .evidence()
                .get(0);
        expect.seen(answer);
        return answer;
    }
}
