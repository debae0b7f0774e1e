package dev.touchstone.checks.parts;

import dev.touchstone.wire.Shown;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A URI template of RFC 6570, parsed: all of its syntax, and the expansion of string values. */
public final class UriTemplate {
    /** Its repetitions are possessive, which takes no stack however long the name. */
    private static final Pattern VARIABLE = Pattern.compile(
            "((?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})++(?:\\.(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})++)*+)(:[1-9][0-9]{0,3}|\\*)?");

    private static final String OPERATORS = "+#./;?&";
    private static final String FORBIDDEN = " \"<>\\^`{|}";
    private static final String RESERVED = ":/?#[]@!$&'()*+,;=%";
    private static final int LONGEST = 4000;

    private final List<Part> parts = new ArrayList<>();

    /** The syntax is broken. */
    public static final class Malformed extends Exception {
        private final String problem;

        Malformed(String problem) {
            super(problem);
            this.problem = problem;
        }

        /** What is wrong, with the template as its subject. */
        public String problem() {
            return problem;
        }
    }

    private sealed interface Part permits Literal, Expression {}

    private record Literal(String text) implements Part {}

    private record Expression(char operator, List<String> names) implements Part {}

    /**
     * Parses a template.
     *
     * @throws Malformed if it is none
     */
    public static UriTemplate parse(String text) throws Malformed {
        if (text.length() > LONGEST) {
            throw new Malformed("is longer than " + LONGEST + " characters");
        }
        UriTemplate template = new UriTemplate();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            template.literal(text.substring(at, open < 0 ? text.length() : open));
            if (open < 0) {
                break;
            }
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new Malformed("opens a brace that it does not close");
            }
            template.expression(text.substring(open + 1, close));
            at = close + 1;
        }
        return template;
    }

    /** The variables of a template in order; none if it is malformed. */
    public static Set<String> variablesOf(String text) {
        try {
            return parse(text).variables();
        } catch (Malformed e) {
            return Set.of();
        }
    }

    private void literal(String text) throws Malformed {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (FORBIDDEN.indexOf(c) >= 0 || Character.isISOControl(c)) {
                throw new Malformed(c == '}' ? "closes a brace that it did not open" : "has the character '" + c + "'");
            } else if (c == '%' && !text.substring(at).matches("(?s)%[0-9A-Fa-f]{2}.*")) {
                throw new Malformed("has a percent sign without two hexadecimal digits");
            }
        }
        parts.add(new Literal(text));
    }

    private void expression(String text) throws Malformed {
        boolean operated = !text.isEmpty() && OPERATORS.indexOf(text.charAt(0)) >= 0;
        List<String> names = new ArrayList<>();
        for (String spec : text.substring(operated ? 1 : 0).split(",", -1)) {
            Matcher variable = VARIABLE.matcher(spec);
            if (!variable.matches()) {
                throw new Malformed("has the expression {" + Shown.text(text) + "}");
            }
            names.add(variable.group(1));
        }
        parts.add(new Expression(operated ? text.charAt(0) : ' ', names));
    }

    /** The names of the variables, in order. */
    public Set<String> variables() {
        Set<String> names = new LinkedHashSet<>();
        for (Part part : parts) {
            if (part instanceof Expression expression) {
                names.addAll(expression.names());
            }
        }
        return names;
    }

    /** The template with a string in place of each variable. */
    public String expand(UnaryOperator<String> values) {
        StringBuilder uri = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Expression expression) {
                uri.append(expanded(expression, values));
            } else if (part instanceof Literal literal) {
                uri.append(escaped(literal.text(), RESERVED));
            }
        }
        return uri.toString();
    }

    private static String expanded(Expression expression, UnaryOperator<String> values) {
        char operator = expression.operator();
        boolean named = ";?&".indexOf(operator) >= 0;
        boolean open = "+#".indexOf(operator) >= 0;
        String separator = operator == ' ' || open ? "," : operator == '?' ? "&" : String.valueOf(operator);
        String first = operator == ' ' || operator == '+' ? "" : String.valueOf(operator);
        return expression.names().stream()
                .map(name -> (named ? name + "=" : "") + escaped(values.apply(name), open ? RESERVED : ""))
                .collect(Collectors.joining(separator, first, ""));
    }

    private static String escaped(String text, String allowed) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    b > 0 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0 || allowed.indexOf(c) >= 0);
            escaped.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return escaped.toString();
    }
}
