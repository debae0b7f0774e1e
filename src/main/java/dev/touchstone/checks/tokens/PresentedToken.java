package dev.touchstone.checks.tokens;

import dev.touchstone.checks.parts.Admission;
import dev.touchstone.client.Probe;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.target.AlteredToken;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How a valid token has to be presented, and that nothing may be altered in it. */
@Conformance
class PresentedToken {
    private static final String AUTHORIZATION = Entrance.AUTHORIZATION;

    @Verifies("auth.token.scheme-case-insensitive")
    void the_name_of_the_scheme_may_be_written_in_any_case(Entrance entrance, Expect expect) {
        String token = entrance.demandReplaceable(expect);
        for (String scheme : List.of("bearer", "BEARER")) {
            Exchange answer = entrance.send(entrance.request().with(AUTHORIZATION, scheme + " " + token));
            expect.seen(answer);
            entrance.expect(
                    expect, entrance.admits(answer), "accepted like Bearer", "the scheme written " + scheme, answer);
        }
    }

    @Verifies("auth.token.query-ignored")
    void a_token_in_the_query_opens_nothing(Entrance entrance, Target target, Expect expect) {
        String token = entrance.demandReplaceable(expect);
        if (!target.isLoopback() && !target.credentials().issuedForRun()) {
            throw new Inconclusive("a token in a URL stays in logs of proxies; judged on a loopback address only, or"
                    + " with the tokens of as=demo");
        }
        Exchange answer = entrance.send(entrance.anonymous().to(withToken(target.url(), token)));
        expect.seen(answer);
        entrance.expect(
                expect, !entrance.admits(answer), "refused as without a token", "the token in the query", answer);
    }

    private static URI withToken(URI url, String token) {
        String separator = url.getRawQuery() == null ? "?" : "&";
        return URI.create(url + separator + "access_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }

    @Verifies("auth.token.validated")
    void a_token_with_anything_altered_is_refused(Entrance entrance, Target target, Expect expect) {
        entrance.demand(expect);
        List<AlteredToken> altered = target.credentials().altered();
        if (altered.isEmpty()) {
            throw new Inconclusive("the token is too short for parts of it to be altered");
        }
        entrance.demandStrangerRefused(expect);
        for (AlteredToken token : altered) {
            Exchange answer =
                    entrance.send(entrance.request().with(target.credentials().withBearer(token.value())));
            expect.seen(answer);
            entrance.expect(expect, !entrance.admits(answer), "refused", "the token " + token.how(), answer);
        }
    }

    @Verifies("auth.token.malformed.400")
    void a_malformed_presentation_is_refused_with_400_or_401(Entrance entrance, Expect expect) {
        String token = entrance.demandReplaceable(expect);
        expect.seen(entrance.wrong());
        entrance.admits(entrance.wrong());
        malformed("the token without a scheme", token, entrance, expect);
        malformed("the token with a word after it", "Bearer " + token + " touchstone", entrance, expect);
        Probe twice = entrance.request().and(Headers.NONE.and(AUTHORIZATION, entrance.stranger()));
        Exchange answer = entrance.send(twice);
        expect.that("two Authorization headers", answer)
                .holds(answer.status() < 500 && answer.status() > 0, "an answer that is no failure of the server");
    }

    private static void malformed(String what, String value, Entrance entrance, Expect expect) {
        Exchange answer = entrance.send(entrance.request().with(AUTHORIZATION, value));
        expect.seen(answer);
        if (answer.response().isEmpty()) {
            throw Admission.unclear(answer);
        }
        boolean refused = List.of(400, 401, entrance.wrong().status()).contains(answer.status());
        expect.that(what, answer).holds(refused && !entrance.admits(answer), "HTTP status 400 or 401");
    }
}
