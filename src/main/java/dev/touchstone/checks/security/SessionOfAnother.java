package dev.touchstone.checks.security;

import dev.touchstone.client.NotConnected;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.target.Target;
import dev.touchstone.target.Token;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;

/** Whether who knows the id of somebody's session can continue it. */
@Conformance
class SessionOfAnother {

    @Verifies("security.session.bound-to-user")
    void a_session_is_not_continued_with_the_token_of_another_user(
            StreamableClient client, Observed observed, Target target, Expect expect) {
        Target second = target.with(Token.SECOND).orElseThrow();
        demandAccepted(client.as(second), expect);
        Headers others = second.credentials().lines();
        try (StreamableSession session = client.connect()) {
            if (session.id().isEmpty()) {
                throw new NotApplicable("the server issues no session id: "
                        + session.initialize().inShort());
            }
            expect.control(session.ping(), "ping with the token of the session's own user");
            Exchange ping =
                    session.post(session.ping(session.nextId())).with(others).send();
            judge("ping in the session of another user", ping, expect);
            if (observed.listening().succeeded()) {
                Exchange get = session.get().with(others).peek(StreamableSession.STATUS_LINE);
                judge("GET in the session of another user", get, expect);
            }
        }
    }

    private static void demandAccepted(StreamableClient second, Expect expect) {
        try (StreamableSession own = second.connect()) {
            expect.control(own.opening(), "initialize with the token of bearer.second");
        } catch (NotConnected refused) {
            refused.reply().evidence().forEach(expect::seen);
            throw new Inconclusive("the token of bearer.second opens no session: "
                    + refused.reply().inShort());
        }
    }

    private static void judge(String what, Exchange answer, Expect expect) {
        boolean error = answer.messages().stream().anyMatch(message -> message.has("error"));
        expect.that(what, answer)
                .holds(
                        answer.response().isPresent() && (!answer.succeeded() || error),
                        "refused, with 401, 403 or 404");
    }
}
