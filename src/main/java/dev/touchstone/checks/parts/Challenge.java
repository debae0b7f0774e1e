package dev.touchstone.checks.parts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One challenge of a WWW-Authenticate header (RFC 9110, 11.6.1).
 *
 * @param scheme the authentication scheme
 * @param parameters the parameters, names in lower case; the first of a repeated name
 * @param repeated the names that are there more than once
 */
public record Challenge(String scheme, Map<String, String> parameters, Set<String> repeated) {

    /** Copies the parameters. */
    public Challenge {
        parameters = Map.copyOf(parameters);
        repeated = Set.copyOf(repeated);
    }

    /** Whether it asks for a bearer token (RFC 6750, 3). */
    public boolean isBearer() {
        return scheme.equalsIgnoreCase("Bearer");
    }

    /** The value of a parameter. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The challenges in the values of all header lines. What does not fit the grammar ends the reading of its line. */
    public static List<Challenge> parse(List<String> values) {
        return values.stream()
                .flatMap(value -> new ChallengeReader(value).read().stream())
                .toList();
    }
}
