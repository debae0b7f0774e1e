package dev.touchstone.checks.authorization;

import dev.touchstone.checks.discovery.FirstSteps;
import dev.touchstone.checks.discovery.ProtectedResource;
import dev.touchstone.checks.discovery.Protection;
import dev.touchstone.checks.discovery.Unauthenticated;
import dev.touchstone.checks.discovery.WellKnown;
import dev.touchstone.checks.parts.Challenge;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a server that does authorization answers a client without a token, as far as the client acts on it. */
@Conformance
class ChallengeToClient {
    private static final String SCOPE = "scope";
    private static final String METADATA = "resource_metadata";

    @Verifies(Protection.STATUS)
    void a_request_without_authorization_is_answered_401(Protection protection, Expect expect) {
        expect.that(protection.demand(expect)).status(401);
    }

    @Verifies(Protection.BEARER)
    void a_401_has_a_bearer_challenge_with_a_parameter(Protection protection, Expect expect) {
        for (Exchange answer : protection.challenged(expect)) {
            List<Challenge> challenges = Unauthenticated.challenges(answer);
            String expected = "a Bearer challenge with a parameter on every 401";
            String seen = answer.inShort() + " with "
                    + answer.header("WWW-Authenticate")
                            .map(value -> "WWW-Authenticate: " + value)
                            .orElse("no WWW-Authenticate");
            if (!challenges.isEmpty() && challenges.stream().noneMatch(Challenge::isBearer)) {
                expect.deviates(expected, seen);
            } else {
                boolean right = challenges.stream()
                        .anyMatch(challenge ->
                                challenge.isBearer() && !challenge.parameters().isEmpty());
                protection.expect(expect, right, expected, seen);
            }
        }
    }

    @Verifies("auth.www-authenticate.resource-metadata")
    void a_401_names_the_address_of_the_resource_metadata(
            Protection protection, ProtectedResource resource, WellKnown wellKnown, Expect expect) {
        protection.bearer(expect);
        for (Exchange answer : protection.challenged(expect)) {
            boolean named = Unauthenticated.challenges(answer).stream()
                    .anyMatch(challenge -> challenge.parameter(METADATA).isPresent());
            if (!named && Places.none(resource, wellKnown)) {
                throw Inconclusive.blockedBy(PublishedMetadata.IMPLEMENTED, "there is no metadata to name");
            }
            expect.holds(
                    named,
                    "resource_metadata in the challenge of every 401",
                    answer.inShort() + (named ? " with " : " without ") + METADATA);
        }
    }

    @Verifies("auth.www-authenticate.scope")
    void a_challenge_names_the_scopes_that_are_needed(Protection protection, Expect expect) {
        for (Challenge challenge : protection.bearer(expect)) {
            String scope = challenge.parameter(SCOPE).orElse("");
            expect.holds(
                    !scope.isBlank(),
                    "scope in the Bearer challenge",
                    scope.isBlank() ? "a Bearer challenge with " + names(challenge) : "scope=\"" + scope + "\"");
        }
    }

    @Verifies("auth.scopes.consistent")
    void the_same_request_is_always_answered_with_the_same_scopes(
            Protection protection, FirstSteps steps, Expect expect) {
        Exchange refusal = protection.demand(expect);
        Set<String> scopes = scopes(protection.challenged(expect).get(0));
        if (scopes.isEmpty()) {
            throw new NotApplicable("no challenge names a scope (exchange " + refusal.number() + ")");
        }
        for (int time = 2; time <= 3; time++) {
            List<Exchange> again = steps.take(Headers.NONE);
            Exchange last = again.get(again.size() - 1);
            Set<String> now = scopes(last);
            expect.seen(last);
            expect.holds(
                    now.equals(scopes),
                    "scopes " + scopes + " each time",
                    "scopes " + now + " the " + (time == 2 ? "second" : "third") + " time");
        }
    }

    private static Set<String> scopes(Exchange answer) {
        Set<String> scopes = new TreeSet<>();
        Unauthenticated.challenges(answer).stream()
                .flatMap(challenge -> challenge.parameter(SCOPE).stream())
                .flatMap(value -> Arrays.stream(value.split(" ")))
                .filter(scope -> !scope.isEmpty())
                .forEach(scopes::add);
        return scopes;
    }

    private static String names(Challenge challenge) {
        return "only " + String.join(", ", new TreeSet<>(challenge.parameters().keySet()));
    }
}
