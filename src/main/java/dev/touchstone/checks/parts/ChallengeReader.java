package dev.touchstone.checks.parts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Takes the value of one WWW-Authenticate line apart. Liberal in one point: an unquoted value goes up to the next comma or
 * space, since addresses often lack their quotes and clients read them all the same.
 */
final class ChallengeReader {
    private static final String MARKS = "!#$%&'*+-.^_`|~";

    private final String text;
    private final List<Challenge> challenges = new ArrayList<>();
    private String scheme = "";
    private Map<String, String> parameters = new LinkedHashMap<>();
    private Set<String> repeated = new TreeSet<>();
    private int at;

    ChallengeReader(String text) {
        this.text = text;
    }

    List<Challenge> read() {
        boolean fits = true;
        for (skip(c -> c == ',' || blank(c)); fits && at < text.length(); skip(c -> c == ',' || blank(c))) {
            String word = take(ChallengeReader::tokenCharacter);
            fits = !word.isEmpty() && (parameter(word) || begin(word));
        }
        finish();
        return challenges;
    }

    private boolean begin(String word) {
        if (at < text.length() && text.charAt(at) != ',' && !blank(text.charAt(at))) {
            return false;
        }
        finish();
        scheme = word;
        parameters = new LinkedHashMap<>();
        repeated = new TreeSet<>();
        token68();
        return true;
    }

    /** Skips a token68, the other form of what may follow a scheme; it carries nothing that is looked at. */
    private void token68() {
        int start = at;
        skip(ChallengeReader::blank);
        String token = take(c -> tokenCharacter(c) || c == '/');
        skip(c -> c == '=');
        skip(ChallengeReader::blank);
        boolean whole = !token.isEmpty() && (at == text.length() || text.charAt(at) == ',');
        at = whole ? at : start;
    }

    private boolean parameter(String name) {
        int start = at;
        skip(ChallengeReader::blank);
        if (scheme.isEmpty() || at == text.length() || text.charAt(at) != '=') {
            at = start;
            return false;
        }
        at++;
        skip(ChallengeReader::blank);
        Optional<String> value = at < text.length() && text.charAt(at) == '"'
                ? quoted()
                : Optional.of(take(c -> c != ',' && c != '"' && !blank(c)));
        at = value.isPresent() ? at : start;
        value.ifPresent(found -> keep(name.toLowerCase(Locale.ROOT), found));
        return value.isPresent();
    }

    private void keep(String name, String value) {
        if (parameters.putIfAbsent(name, value) != null) {
            repeated.add(name);
        }
    }

    /** A quoted string without its quotes and escapes; empty when it is not closed. */
    private Optional<String> quoted() {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at));
        }
        if (at >= text.length()) {
            return Optional.empty();
        }
        at++;
        return Optional.of(value.toString());
    }

    private void finish() {
        if (!scheme.isEmpty()) {
            challenges.add(new Challenge(scheme, parameters, repeated));
        }
    }

    private void skip(IntPredicate kind) {
        take(kind);
    }

    private String take(IntPredicate kind) {
        int start = at;
        while (at < text.length() && kind.test(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean blank(int c) {
        return c == ' ' || c == '\t';
    }

    private static boolean tokenCharacter(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || MARKS.indexOf(c) >= 0;
    }
}
