package dev.touchstone.checks.authorization;

import dev.touchstone.checks.discovery.Protection;
import dev.touchstone.checks.discovery.Unauthenticated;
import dev.touchstone.checks.parts.Challenge;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import java.util.List;

/** What a server that does authorization makes of tokens that nobody issued; none is needed to see that. */
@Conformance
class TokenOfNobody {
    private static final String INVALID = "auth.401.invalid-token";

    @Verifies(INVALID)
    void a_token_that_nobody_issued_is_answered_401(Protection protection, WrongTokens tokens, Expect expect) {
        protection.demand(expect);
        expect.that("with a random token", tokens.random()).status(401);
        expect.that("with a token without a signature", tokens.unsigned()).status(401);
    }

    @Verifies("auth.www-authenticate.error-invalid-token")
    void the_challenge_to_a_wrong_token_says_so(Protection protection, WrongTokens tokens, Expect expect) {
        protection.demand(expect);
        Exchange answer = tokens.random();
        expect.seen(answer);
        if (answer.status() != 401) {
            throw Inconclusive.blockedBy(INVALID, "a random token: " + answer.inShort());
        }
        List<Challenge> bearer = Unauthenticated.challenges(answer).stream()
                .filter(Challenge::isBearer)
                .toList();
        if (bearer.isEmpty()) {
            throw Inconclusive.blockedBy(Protection.BEARER, "the 401 has no Bearer challenge");
        }
        String error = bearer.get(0).parameter("error").orElse("");
        expect.holds(
                error.equals("invalid_token"),
                "error=\"invalid_token\" in the challenge to a wrong token",
                error.isEmpty() ? "no error" : "error=\"" + error + "\"");
    }

    @Verifies("auth.token.foreign-issuer")
    void a_token_that_another_issuer_signed_is_not_accepted(Protection protection, WrongTokens tokens, Expect expect) {
        protection.demand(expect);
        expect.seen(tokens.random());
        if (tokens.random().succeeded()) {
            throw Inconclusive.blockedBy(
                    INVALID, "any token is accepted: " + tokens.random().inShort());
        }
        expect.that("with a token signed by another issuer", tokens.foreign())
                .holds(answered(tokens.foreign()) && !tokens.foreign().succeeded(), "a refusal");
    }

    private static boolean answered(Exchange exchange) {
        if (exchange.response().isEmpty()) {
            throw new Inconclusive("a token of another issuer got no answer: " + exchange.inShort());
        }
        return true;
    }

    @Verifies("auth.400.malformed")
    void a_malformed_authorization_is_refused_as_such(Protection protection, WrongTokens tokens, Expect expect) {
        protection.demand(expect);
        expect.that("with Bearer and no token", tokens.malformed("Bearer")).status(400, 401);
    }
}
