package dev.touchstone.checks.lifecycle;

import dev.touchstone.client.Handshake;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.Judge;
import dev.touchstone.wire.Shown;

/** Initialize requests that differ in nothing but the version they ask for. */
final class Negotiation {
    static final String COUNTER_OFFER = "lifecycle.version.counter-offer";
    static final String FUTURE_VERSION = "lifecycle.version.future-version";

    /** A version older than any. */
    static final String OUTDATED = "1999-01-01";
    /** A version newer than any. */
    static final String FUTURE = "2999-12-31";

    private Negotiation() {}

    static Reply ask(McpClient client, String version) {
        return client.initialize(Handshake.params(version));
    }

    /**
     * Demands that a request for the judged revision yields a result: otherwise it is not the version that is refused.
     *
     * @throws Inconclusive if it does not
     */
    static void control(McpClient client, Expect expect) {
        Reply reply = ask(client, client.revision().id());
        expect.seen(reply);
        if (!reply.succeeded() || crashes(client, reply)) {
            throw Inconclusive.blockedBy(Judge.OPENING, reply.evidence().get(0).inShort() + ", " + reply.inShort());
        }
    }

    /**
     * The version of a result.
     *
     * @throws Inconclusive if it is no string
     */
    static String version(Reply reply) {
        if (!reply.result().path("protocolVersion").isTextual()) {
            throw Inconclusive.blockedBy(
                    "lifecycle.initialize.protocol-version-string",
                    "protocolVersion is " + Shown.of(reply.result().path("protocolVersion")));
        }
        return reply.result().path("protocolVersion").asText();
    }

    /** Whether HTTP reports a crash; over HTTP+SSE the status says nothing about the answer. */
    static boolean crashes(McpClient client, Reply reply) {
        return client instanceof StreamableClient && reply.evidence().get(0).crashed();
    }

    /** Whether a result repeats the version that was asked for. */
    static boolean echoes(Reply reply, String version) {
        return reply.result().path("protocolVersion").asText().equals(version);
    }
}
