package dev.touchstone.checks.tokens;

import dev.touchstone.client.McpClient;
import dev.touchstone.client.Probe;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.Until;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Exchange;

/** Whether each request is judged by the token that it brings itself. */
@Conformance
class EveryRequest {

    @Verifies("auth.token.every-request")
    void a_request_after_an_authorized_one_on_its_connection_needs_the_token_as_well(
            Entrance entrance, McpClient client, Expect expect) {
        entrance.demand(expect);
        McpClient used = onOneConnection(client);
        Exchange right = entrance.send(toTheEnd(entrance.request(used)));
        expect.seen(right);
        expect.control(entrance.admits(right), right, "the first request of the connection");
        Exchange without = entrance.send(entrance.anonymous(toTheEnd(entrance.request(used))));
        expect.seen(without);
        entrance.expect(expect, !entrance.admits(without), "refused", "the next one without a token", without);
        expect.seen(entrance.wrong());
        if (!entrance.admits(entrance.wrong())) {
            Exchange wrong = entrance.send(entrance.stranger(toTheEnd(entrance.request(used))));
            expect.seen(wrong);
            entrance.expect(expect, !entrance.admits(wrong), "refused", "the next one with another token", wrong);
        }
    }

    private static McpClient onOneConnection(McpClient client) {
        return client instanceof StatelessClient stateless
                ? stateless.onOneConnection()
                : ((StreamableClient) client).onOneConnection();
    }

    /** A connection can be used again once the answer has been read. */
    private static Probe toTheEnd(Probe request) {
        return request.reading(Until.end());
    }
}
