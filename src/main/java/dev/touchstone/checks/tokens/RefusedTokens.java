package dev.touchstone.checks.tokens;

import dev.touchstone.client.Probe;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.target.Target;
import dev.touchstone.target.Token;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;
import java.util.List;

/** Tokens that were issued and do not open this server, or do so no more. */
@Conformance
class RefusedTokens {

    @Verifies("auth.401.expired-token")
    void an_expired_token_is_answered_401(Entrance entrance, Target target, Expect expect) {
        entrance.demandStrangerRefused(expect);
        Exchange answer = sent(Token.EXPIRED, entrance, target, expect);
        judge("the expired token", answer, entrance, expect);
    }

    /** By which status it is refused is left open: a gateway may take it for a token that does not suffice. */
    @Verifies("auth.token.audience-validated")
    void a_token_for_another_server_is_refused(Entrance entrance, Target target, Expect expect) {
        entrance.demandStrangerRefused(expect);
        Exchange answer = sent(Token.OTHER_AUDIENCE, entrance, target, expect);
        entrance.expect(expect, !entrance.admits(answer), "refused", "the token for another server", answer);
    }

    private static Exchange sent(Token token, Entrance entrance, Target target, Expect expect) {
        Exchange answer = entrance.send(entrance.request().with(headers(token, target)));
        expect.seen(answer);
        return answer;
    }

    @Verifies("auth.401.expires-within-session")
    void an_expired_token_continues_no_session(
            Entrance entrance, StreamableClient client, Observed observed, Target target, Expect expect) {
        entrance.demandStrangerRefused(expect);
        Headers expired = headers(Token.EXPIRED, target);
        if (entrance.admits(entrance.send(entrance.request().with(expired)))) {
            throw Inconclusive.blockedBy("auth.401.expired-token", "a session can be opened with the expired token");
        }
        try (StreamableSession session = client.connect()) {
            expect.control(session.ping(), "ping with the token that is good");
            Probe ping = session.post(session.ping(session.nextId()));
            judge(
                    "ping with the expired token",
                    ping.with(expired).onNewConnection().send(),
                    entrance,
                    expect);
            if (observed.listening().succeeded()) {
                Probe get = session.get().with(expired).onNewConnection();
                judge("GET with the expired token", get.peek(StreamableSession.STATUS_LINE), entrance, expect);
            }
        }
    }

    private static void judge(String what, Exchange answer, Entrance entrance, Expect expect) {
        expect.seen(answer);
        boolean refused = !entrance.admits(answer)
                && List.of(401, entrance.wrong().status()).contains(answer.status());
        entrance.expect(expect, refused, "HTTP status 401", what, answer);
    }

    private static Headers headers(Token token, Target target) {
        return target.with(token).orElseThrow().credentials().lines();
    }
}
