package dev.touchstone.checks.authorization;

import dev.touchstone.checks.discovery.Protection;
import dev.touchstone.checks.parts.Challenge;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands in a Bearer challenge, and what must not (RFC 6750, 3). */
@Conformance
class ChallengeSyntax {
    private static final List<String> TEXTS = List.of("scope", "error", "error_description");
    private static final List<String> ERRORS = List.of("error", "error_description", "error_uri");

    @Verifies("auth.www-authenticate.params-once")
    void a_bearer_challenge_gives_each_parameter_once(Protection protection, Expect expect) {
        for (Challenge challenge : protection.bearer(expect)) {
            expect.holds(
                    challenge.repeated().isEmpty(),
                    "each parameter of the Bearer challenge once",
                    challenge.repeated().isEmpty()
                            ? "no parameter twice"
                            : "more than once: " + String.join(", ", challenge.repeated()));
        }
    }

    @Verifies("auth.www-authenticate.char-sets")
    void the_values_of_a_bearer_challenge_keep_to_the_characters_that_are_allowed(
            Protection protection, Expect expect) {
        List<Challenge> challenges = protection.bearer(expect);
        if (challenges.stream().flatMap(ChallengeSyntax::texts).findAny().isEmpty()) {
            throw new NotApplicable("no Bearer challenge has " + String.join(", ", TEXTS));
        }
        for (Challenge challenge : challenges) {
            for (String name : TEXTS) {
                challenge.parameter(name).ifPresent(value -> allowed(name, value, expect));
            }
        }
    }

    private static Stream<String> texts(Challenge challenge) {
        return TEXTS.stream().map(challenge::parameter).flatMap(Optional::stream);
    }

    private static void allowed(String name, String value, Expect expect) {
        boolean right = value.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '"' && c != '\\');
        expect.holds(
                right,
                name + " in printable ASCII without quotes and backslashes",
                name + (right ? " in allowed characters" : " with other characters: " + value));
        if (name.equals("scope") && (value.isBlank() || !value.equals(value.strip()) || value.contains("  "))) {
            expect.deviates("scopes with single spaces between them", "scope=\"" + value + "\"");
        }
    }

    @Verifies("auth.www-authenticate.no-error-without-token")
    void a_client_without_a_token_is_told_of_no_error(Protection protection, Expect expect) {
        for (Challenge challenge : protection.bearer(expect)) {
            List<String> errors = ERRORS.stream()
                    .filter(name -> challenge.parameter(name).isPresent())
                    .map(name -> name + "=\"" + challenge.parameter(name).orElse("") + "\"")
                    .toList();
            expect.holds(
                    errors.isEmpty(),
                    "no error in the challenge to a request without a token",
                    errors.isEmpty() ? "no error" : String.join(", ", errors));
        }
    }
}
