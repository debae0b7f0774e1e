package dev.touchstone.report;

import dev.touchstone.target.AlteredToken;
import dev.touchstone.target.Credentials;
import dev.touchstone.target.Target;
import dev.touchstone.wire.Header;
import dev.touchstone.wire.Redaction;
import dev.touchstone.wire.Visible;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Quotes for bash. Nothing within a quoted word is expanded but the placeholders of the user's own secrets: a server
 * that names its session {@code ${HOME}} learns nothing when a script is run.
 */
final class Shell {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final Set<String> variables;

    /** Expands the named environment variables and nothing else. */
    Shell(Set<String> variables) {
        this.variables = Set.copyOf(variables);
    }

    /** The variables that stand for the user's secrets; a server cannot add to them by naming one. */
    static Set<String> secretsOf(Target target) {
        Credentials credentials = target.credentials();
        Redaction redaction = target.redaction();
        Stream<String> values = Stream.of(
                        Stream.of(target.url().toString()),
                        credentials.headers().stream().map(Header::value),
                        credentials.tokens().values().stream(),
                        credentials.altered().stream().map(AlteredToken::value))
                .flatMap(Function.identity());
        return values.flatMap(
                        value -> PLACEHOLDER.matcher(redaction.text(value)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One word of a command. */
    String word(String text) {
        StringBuilder result = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int from = 0;
        while (matcher.find()) {
            MatchResult match = matcher.toMatchResult();
            if (variables.contains(match.group(1))) {
                result.append(from == match.start() ? "" : literal(text.substring(from, match.start())));
                result.append("\"${").append(match.group(1)).append("}\"");
                from = match.end();
            }
        }
        boolean rest = from < text.length() || result.length() == 0;
        return result.append(rest ? literal(text.substring(from)) : "").toString();
    }

    /** A comment, in one line whatever the text. */
    static String comment(String text) {
        return "# " + Visible.line(text);
    }

    /** A command that prints exactly these bytes, for bodies that no argument can carry. */
    static String printing(byte[] bytes) {
        StringBuilder format = new StringBuilder("printf '");
        for (byte b : bytes) {
            int value = b & 0xFF;
            if (value == '%') {
                format.append("%%");
            } else if (value == '\\') {
                format.append("\\\\");
            } else if (value < ' ' || value > '~' || value == '\'') {
                format.append("\\%03o".formatted(value));
            } else {
                format.append((char) value);
            }
        }
        return format.append('\'').toString();
    }

    private static String literal(String text) {
        return Visible.text(text).equals(text) ? "'" + text.replace("'", "'\\''") + "'" : escaped(text);
    }

    /** Bytes that a terminal would obey or a reader could not see are written as numbers. */
    private static String escaped(String text) {
        StringBuilder result = new StringBuilder("$'");
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            int value = b & 0xFF;
            if (value == '\\' || value == '\'') {
                result.append('\\').append((char) value);
            } else if (value < ' ' || value > '~') {
                result.append("\\x%02x".formatted(value));
            } else {
                result.append((char) value);
            }
        }
        return result.append('\'').toString();
    }
}
