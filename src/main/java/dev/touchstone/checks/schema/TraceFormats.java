package dev.touchstone.checks.schema;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The formats of W3C Trace Context and W3C Baggage, the wider of their editions where these differ. */
final class TraceFormats {
    /** The members of {@code _meta} that have them. */
    static final List<String> KEYS = List.of("traceparent", "tracestate", "baggage");

    private static final int MOST_STATES = 32;
    private static final String IDS = "-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}";
    private static final Pattern PARENT = Pattern.compile("00" + IDS + "|(?!00|ff)[0-9a-f]{2}" + IDS + "(-.*)?");
    private static final Pattern STATE =
            Pattern.compile("[a-z0-9][a-z0-9_*/@-]{0,255}=[ -+\\--<>-~]{0,255}[!-+\\--<>-~]");
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String VALUE = "[!#-+\\--:<-\\[\\]-~]*";
    private static final Pattern ENTRY = Pattern.compile(TOKEN + "[ \t]*=[ \t]*" + VALUE);
    private static final Pattern PROPERTY = Pattern.compile(TOKEN + "([ \t]*=[ \t]*" + VALUE + ")?");

    private TraceFormats() {}

    /** Whether a value has the format of its key. */
    static boolean follows(String key, String value) {
        return switch (key) {
            case "traceparent" -> PARENT.matcher(value).matches();
            case "tracestate" -> isState(value);
            default -> Arrays.stream(value.split(",", -1)).allMatch(TraceFormats::isBaggage);
        };
    }

    /** Members may be empty. */
    private static boolean isState(String value) {
        List<String> members = Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(member -> !member.isEmpty())
                .toList();
        return members.size() <= MOST_STATES
                && members.stream().allMatch(member -> STATE.matcher(member).matches());
    }

    private static boolean isBaggage(String member) {
        String[] parts = member.split(";", -1);
        return ENTRY.matcher(parts[0].strip()).matches()
                && Arrays.stream(parts)
                        .skip(1)
                        .allMatch(part -> PROPERTY.matcher(part.strip()).matches());
    }
}
