package dev.touchstone.target;

import dev.touchstone.wire.Header;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.Redaction;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The headers that the user configured, sent on every request of every kind.
 *
 * @param headers the headers, such as {@code Authorization: Bearer ...} or {@code X-API-Key: ...}
 * @param tokens further bearer tokens, sent only where a check is about them
 * @param issuedForRun whether the tokens were issued for this run alone, so that nothing is lost if somebody reads them
 */
public record Credentials(List<Header> headers, Map<Token, String> tokens, boolean issuedForRun) {
    /** No headers. */
    public static final Credentials NONE = new Credentials(List.of());

    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "Bearer ";

    private static final Pattern LIKELY =
            Pattern.compile("auth|key|token|secret|password|cookie|credential|session|jwt");

    /** Copies the headers and the tokens. */
    public Credentials {
        headers = List.copyOf(headers);
        tokens = Map.copyOf(tokens);
    }

    /** Headers, and no further tokens. */
    public Credentials(List<Header> headers) {
        this(headers, Map.of(), false);
    }

    /** The bearer token among the headers. */
    public Optional<String> bearer() {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(AUTHORIZATION)
                        && header.value().regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.value().substring(BEARER.length()).strip())
                .filter(token -> !token.isEmpty())
                .findFirst();
    }

    /** The same headers with another bearer token. */
    public Headers withBearer(String token) {
        return lines().with(AUTHORIZATION, BEARER + token);
    }

    /** The credentials that a further token makes with the other headers; empty if it was not supplied. */
    public Optional<Credentials> with(Token token) {
        return Optional.ofNullable(tokens.get(token))
                .map(value -> new Credentials(withBearer(value).lines(), tokens, issuedForRun));
    }

    /** The bearer token with something altered, in several ways; known to be as secret as the token. */
    public List<AlteredToken> altered() {
        return bearer().map(AlteredToken::of).orElse(List.of());
    }

    /** Whether there is anything to send. */
    public boolean present() {
        return !headers.isEmpty();
    }

    /** The headers as lines. */
    public Headers lines() {
        return new Headers(headers);
    }

    /** The headers whose name sounds like a credential, or all of them where none does; the others may name a tenant. */
    public List<Header> guarding() {
        List<Header> likely =
                headers.stream().filter(header -> isLikely(header.name())).toList();
        return likely.isEmpty() ? headers : likely;
    }

    /** The same headers, those that guard with wrong values of the same shape. */
    public Headers wrong() {
        List<Header> guarding = guarding();
        return new Headers(headers.stream()
                .map(header -> guarding.contains(header) ? Secret.of(header).wrong() : header)
                .toList());
    }

    /** Whether a name sounds like that of a secret. */
    static boolean isLikely(String name) {
        return LIKELY.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    /**
     * Knows the values, so that they are replaced wherever they turn up.
     *
     * @param more other secrets that are to be replaced, with the environment variables that stand for them
     */
    Redaction redaction(Map<String, String> more) {
        Map<String, String> secrets = new HashMap<>(more);
        for (Header header : guarding()) {
            String variable = variable(header);
            Secret.of(header).forms().forEach(form -> secrets.put(form, variable));
        }
        tokens.forEach((token, value) -> secrets.put(value, token.variable()));
        List<AlteredToken> altered = altered();
        for (int i = 0; i < altered.size(); i++) {
            secrets.put(altered.get(i).value(), altered(i + 1));
        }
        Map<Header, String> lines = new HashMap<>();
        headers.forEach(header -> lines.put(header, Secret.of(header).shownAs("${" + variable(header) + "}")));
        for (int i = 0; i < altered.size(); i++) {
            lines.put(new Header(AUTHORIZATION, BEARER + altered.get(i).value()), BEARER + "${" + altered(i + 1) + "}");
        }
        tokens.forEach((token, value) ->
                lines.put(new Header(AUTHORIZATION, BEARER + value), BEARER + "${" + token.variable() + "}"));
        return new Redaction(secrets, lines);
    }

    /** What is shown in place of the secrets wherever they turned up in an exchange; some are too short to be replaced. */
    public List<String> placeholders() {
        Stream<String> guarding = guarding().stream()
                .filter(header -> Secret.of(header).forms().stream().anyMatch(Redaction::isReplaceable))
                .map(header -> "${" + variable(header) + "}");
        Stream<String> others = tokens.entrySet().stream()
                .filter(entry -> Redaction.isReplaceable(entry.getValue()))
                .map(entry -> "${" + entry.getKey().variable() + "}");
        Stream<String> altered = IntStream.rangeClosed(1, altered().size())
                .filter(n -> Redaction.isReplaceable(altered().get(n - 1).value()))
                .mapToObj(n -> "${" + altered(n) + "}");
        return Stream.of(guarding, others, altered)
                .flatMap(Function.identity())
                .distinct()
                .sorted()
                .toList();
    }

    private static String altered(int number) {
        return "TOKEN_ALTERED_" + number;
    }

    /** The environment variable that stands for a header's secret in scripts: {@code X_API_KEY}, {@code TOKEN}. */
    private static String variable(Header header) {
        return header.name().equalsIgnoreCase(AUTHORIZATION) ? "TOKEN" : variable(header.name());
    }

    /** The same for any name. */
    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
