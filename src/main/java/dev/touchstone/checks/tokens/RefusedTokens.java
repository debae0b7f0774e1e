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
        judge("the expired token", Token.EXPIRED, entrance, target, expect);
    }

    @Verifies("auth.token.audience-validated")
    void a_token_for_another_server_is_answered_401(Entrance entrance, Target target, Expect expect) {
        judge("the token for another server", Token.OTHER_AUDIENCE, entrance, target, expect);
    }

    private static void judge(String what, Token token, Entrance entrance, Target target, Expect expect) {
        demandJudgement(entrance, expect);
        Exchange answer = entrance.send(entrance.request().with(headers(token, target)));
        boolean admitted = entrance.admits(answer);
        expect.that(what, answer).holds(!admitted && isRefusal(answer, entrance), "HTTP status 401");
    }

    @Verifies("auth.401.expires-within-session")
    void an_expired_token_continues_no_session(
            Entrance entrance, StreamableClient client, Observed observed, Target target, Expect expect) {
        demandJudgement(entrance, expect);
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
        expect.that(what, answer).holds(isRefusal(answer, entrance), "HTTP status 401");
    }

    /** A server that takes every token for a good one, or refuses none by 401, is judged elsewhere. */
    private static void demandJudgement(Entrance entrance, Expect expect) {
        entrance.demand(expect);
        expect.seen(entrance.wrong());
        if (entrance.admits(entrance.wrong())) {
            throw Inconclusive.blockedBy("credentials.wrong-refused", "a token that was never issued is accepted");
        }
    }

    private static boolean isRefusal(Exchange answer, Entrance entrance) {
        return !answer.succeeded() && List.of(401, entrance.wrong().status()).contains(answer.status());
    }

    private static Headers headers(Token token, Target target) {
        return target.with(token).orElseThrow().credentials().lines();
    }
}
