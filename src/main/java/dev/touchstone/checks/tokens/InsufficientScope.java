package dev.touchstone.checks.tokens;

import dev.touchstone.checks.parts.Admission;
import dev.touchstone.checks.parts.Challenge;
import dev.touchstone.checks.tokens.LowScope.Trial;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Shown;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a server answers to a good token that does not suffice. */
@Conformance
class InsufficientScope {
    private static final String TOLD = "auth.403.insufficient";
    private static final String CHALLENGED = "auth.403.challenge-status";
    private static final String SCOPED = "auth.403.scope";
    private static final String ERROR = "insufficient_scope";

    @Verifies(TOLD)
    void a_request_that_the_token_does_not_suffice_for_is_answered_403(
            Entrance entrance, LowScope scope, Expect expect) {
        entrance.demand(expect);
        List<Trial> trials = scope.trials();
        trials.forEach(trial -> expect.seen(trial.low()));
        Trial last = trials.get(trials.size() - 1);
        if (last.unclear()) {
            throw Admission.unclear(last.exchange());
        } else if (last.refused()) {
            demandValid(trials, last);
            judge(last, entrance, expect);
        } else if (last.hidden()) {
            expect.seen(last.right())
                    .deviates(
                            last.what() + ": HTTP status 403",
                            last.what() + ": " + last.exchange().inShort()
                                    + " with an error inside, where the other token" + " gets a result");
        } else {
            throw new Inconclusive("all that was asked is served with the token of bearer.low-scope, too ("
                    + trials.stream().map(Trial::what).collect(Collectors.joining(", "))
                    + "): name a tool in -Dallow.calls= that it does not suffice for");
        }
    }

    /** A token that nothing is served with may be a bad one. */
    private static void demandValid(List<Trial> trials, Trial refused) {
        boolean says = bearer(refused.exchange())
                .flatMap(challenge -> challenge.parameter("error"))
                .filter(ERROR::equals)
                .isPresent();
        if (trials.size() == 1 && refused.exchange().status() == 401 && !says) {
            throw new Inconclusive("the server takes the token of bearer.low-scope for one that is not valid: "
                    + refused.exchange().inShort());
        }
    }

    /** That something is not found can be said to hide it. */
    private static void judge(Trial refused, Entrance entrance, Expect expect) {
        Exchange answer = refused.exchange();
        if (answer.status() == 404) {
            expect.seen(answer)
                    .deviates(refused.what() + ": HTTP status 403", refused.what() + ": " + answer.inShort());
        } else {
            entrance.expect(expect, answer.status() == 403, "HTTP status 403", refused.what(), answer);
        }
    }

    @Verifies(CHALLENGED)
    void the_403_has_a_bearer_challenge(Entrance entrance, LowScope scope, Expect expect) {
        Exchange refusal = refusal(scope, expect);
        expect.seen(entrance.without());
        if (!entrance.followsFramework()) {
            throw new NotApplicable("no refusal of a missing token has a Bearer challenge either");
        }
        expect.that(refusal).holds(bearer(refusal).isPresent(), "a Bearer challenge in WWW-Authenticate");
    }

    @Verifies("auth.403.error")
    void the_challenge_says_that_the_scope_does_not_suffice(LowScope scope, Expect expect) {
        Optional<String> error = challenge(refusal(scope, expect)).parameter("error");
        expect.holds(error.filter(ERROR::equals).isPresent(), "error=\"" + ERROR + "\"", shown("error", error));
    }

    @Verifies(SCOPED)
    void the_challenge_names_the_scopes_that_are_needed(LowScope scope, Expect expect) {
        Optional<String> named = challenge(refusal(scope, expect)).parameter("scope");
        expect.holds(
                named.filter(scopes -> !scopes.isBlank()).isPresent(),
                "scope with at least one scope",
                shown("scope", named));
    }

    @Verifies("auth.403.resource-metadata")
    void the_challenge_repeats_the_address_of_the_metadata(Entrance entrance, LowScope scope, Expect expect) {
        Optional<String> repeated = challenge(refusal(scope, expect)).parameter("resource_metadata");
        Optional<String> first =
                bearer(entrance.without()).flatMap(challenge -> challenge.parameter("resource_metadata"));
        expect.seen(entrance.without());
        if (first.isEmpty() && repeated.isEmpty()) {
            throw new NotApplicable("the challenge to a missing token has no resource_metadata either");
        }
        expect.holds(
                repeated.equals(first) || first.isEmpty(),
                first.map(url -> shown("resource_metadata", Optional.of(url))).orElse("resource_metadata"),
                shown("resource_metadata", repeated));
    }

    @Verifies("auth.403.consistent-strategy")
    void the_same_request_is_refused_for_the_same_scopes(LowScope scope, Expect expect) {
        Set<String> first = scopes(challenge(refusal(scope, expect)));
        if (first.isEmpty()) {
            throw Inconclusive.blockedBy(SCOPED, "the challenge names no scope");
        }
        Exchange again = scope.again().orElseThrow();
        expect.seen(again);
        Set<String> second = bearer(again).map(InsufficientScope::scopes).orElse(Set.of());
        expect.holds(
                first.equals(second),
                "the same scopes in both refusals of one request",
                Shown.text(String.join(" ", first)) + ", then " + Shown.text(String.join(" ", second)));
    }

    private static Exchange refusal(LowScope scope, Expect expect) {
        Trial refused = scope.refusal()
                .filter(trial -> trial.exchange().status() == 403)
                .orElseThrow(() ->
                        Inconclusive.blockedBy(TOLD, "no request was answered 403 with the token of bearer.low-scope"));
        expect.seen(refused.exchange());
        return refused.exchange();
    }

    private static Challenge challenge(Exchange refusal) {
        return bearer(refusal).orElseThrow(() -> Inconclusive.blockedBy(CHALLENGED, "the 403 has no Bearer challenge"));
    }

    private static Optional<Challenge> bearer(Exchange refusal) {
        return Entrance.challenges(refusal).stream()
                .filter(challenge -> challenge.scheme().equalsIgnoreCase("Bearer"))
                .findFirst();
    }

    private static Set<String> scopes(Challenge challenge) {
        return challenge.parameter("scope").stream()
                .flatMap(scopes -> Arrays.stream(scopes.split(" ")))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String shown(String name, Optional<String> value) {
        return value.map(text -> name + " " + Shown.text(text)).orElse("no " + name);
    }
}
