package dev.touchstone.checks.sse;

import static dev.touchstone.checks.sse.StrangersAtTheDoor.alone;

import dev.touchstone.client.LegacySseClient;
import dev.touchstone.client.LegacySseSession;
import dev.touchstone.client.Reply;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.NoAnswer;
import dev.touchstone.wire.Shown;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** POSTs that a server should refuse, each on a session of its own. */
@Conformance
class BadPosts {
    private static final byte[] NO_JSON =
            "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\":".getBytes(StandardCharsets.UTF_8);
    private static final Duration POLL = Duration.ofMillis(200);

    @Verifies("sse.post.malformed-refused")
    void a_body_that_is_not_json_is_refused(LegacySseSession session, Expect expect) {
        control(session, expect);

        Exchange bad = alone(session.post(NO_JSON)).send();
        session.ask("ping");
        boolean reported = session.received().messages().stream().anyMatch(JsonRpc::isError);

        expect.seen(session.received());
        expect.that("a body that is not JSON", bad)
                .holds(bad.refused() || reported, "a client error status (4xx), or an error event");
    }

    @Verifies("sse.post.unknown-session-refused")
    void a_post_that_belongs_to_no_open_stream_is_refused(
            LegacySseClient client, LegacySseSession session, Expect expect) {
        control(session, expect);
        URI address = address(session);
        try (LegacySseSession other = client.begin()) {
            other.initialized();
            control(other, expect);
            URI altered = SessionPart.altered(address(other), address)
                    .orElseThrow(() -> Inconclusive.blockedBy(
                            "sse.multi-client", "two streams announce " + Shown.text(address.toString())));
            Exchange unknown = ping(client, other, altered);
            if (!refusal(unknown, "a session part that was never issued", expect)) {
                return;
            }
        }

        session.close();
        refusal(closed(client, session, address), "a stream that is closed", expect);
    }

    /** Asks until the server has noticed that the stream is closed, for as long as an answer may take. */
    private static Exchange closed(LegacySseClient client, LegacySseSession session, URI address) {
        Exchange[] last = {ping(client, session, address)};
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(client.http().limits().answer())
                    .until(() -> {
                        boolean done = settled(last[0]);
                        last[0] = done ? last[0] : ping(client, session, address);
                        return done;
                    });
        } catch (ConditionTimeoutException e) {
            return last[0];
        }
        return last[0];
    }

    /** The first POST after the end can be taken, or fail with the write to the stream: both end by themselves. */
    private static boolean settled(Exchange answer) {
        return answer.refused() || answer.response().isEmpty();
    }

    private static Exchange ping(LegacySseClient client, LegacySseSession session, URI to) {
        return alone(client.post(to, Json.bytes(JsonRpc.request(session.nextId(), "ping"))))
                .send();
    }

    private static boolean refusal(Exchange answer, String what, Expect expect) {
        NoAnswer.Kind failure = answer.noAnswer().map(NoAnswer::kind).orElse(NoAnswer.Kind.TIMEOUT);
        if (failure != NoAnswer.Kind.TIMEOUT) {
            expect.seen(answer);
            throw new Inconclusive("with " + what + ": " + answer.inShort());
        }
        return expect.that("with " + what, answer).refused();
    }

    private static URI address(LegacySseSession session) {
        return session.messageUrl().orElseThrow(() -> new Inconclusive("the stream announced no address this time"));
    }

    private static void control(LegacySseSession session, Expect expect) {
        Reply control = session.ask("ping");
        Exchange post = control.evidence().get(0);
        expect.seen(control).control(control.succeeded() && post.succeeded(), post, "a proper ping");
    }
}
