package dev.touchstone.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which tools of the server may be called. Without a word from the user these are tools that cannot do harm: by the
 * server's own annotation, or since their name is one that the official conformance suite defines.
 *
 * @param rule how far consent goes
 * @param names names of further tools, {@code *} standing for any characters
 * @param fixtures what the user supplied
 */
public record Consent(Rule rule, List<String> names, Fixtures fixtures) {
    /** What holds when the user says nothing. */
    public static final Consent STANDARD = new Consent(Rule.READ_ONLY, List.of(), Fixtures.NONE);

    /** The fixtures of the official suite that neither change anything nor ask the client for something. */
    private static final Set<String> KNOWN = Set.of(
            "test_simple_text",
            "test_image_content",
            "test_audio_content",
            "test_embedded_resource",
            "test_multiple_content_types",
            "test_error_handling",
            "test_tool_with_logging",
            "test_tool_with_progress");

    /** How far consent goes. */
    public enum Rule {
        /** No tool is called. */
        NONE,
        /** Tools that are known to be harmless, and those the user named. */
        READ_ONLY,
        /** Every tool. */
        ALL
    }

    /** Copies the names. */
    public Consent {
        names = List.copyOf(names);
    }

    /** Why a tool, as it is listed on the wire, may be called; empty if it may not. */
    public Optional<Grant> to(JsonNode tool) {
        String name = tool.path("name").asText();
        if (rule == Rule.NONE || !tool.path("name").isTextual()) {
            return Optional.empty();
        } else if (fixtures.tools().containsKey(name)) {
            return Optional.of(Grant.FIXTURES_FILE);
        } else if (names.stream().anyMatch(pattern -> covers(pattern, name))) {
            return Optional.of(Grant.ALLOWED);
        } else if (rule == Rule.ALL) {
            return Optional.of(Grant.EVERY_TOOL);
        }
        return harmless(tool);
    }

    private static Optional<Grant> harmless(JsonNode tool) {
        JsonNode hints = tool.path("annotations");
        boolean destructive = isTrue(hints.path("destructiveHint"));
        if (destructive) {
            return Optional.empty();
        } else if (KNOWN.contains(tool.path("name").asText())) {
            return Optional.of(Grant.KNOWN_FIXTURE);
        }
        return isTrue(hints.path("readOnlyHint")) ? Optional.of(Grant.READ_ONLY) : Optional.empty();
    }

    private static boolean isTrue(JsonNode hint) {
        return hint.isBoolean() && hint.asBoolean();
    }

    private static boolean covers(String pattern, String name) {
        StringBuilder regex = new StringBuilder();
        for (String part : pattern.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(name).matches();
    }

    /** What a reader is told who could widen it. */
    public String remedy() {
        return rule == Rule.NONE
                ? "allow.calls is none"
                : "annotate one with readOnlyHint: true, list one in -Dfixtures=FILE, or name one in -Dallow.calls=";
    }
}
