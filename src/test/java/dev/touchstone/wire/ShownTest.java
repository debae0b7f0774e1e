package dev.touchstone.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShownTest {
    private static final String LONGEST = "x".repeat(120);

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("", ""),
                arguments("Grüße, 世界 😀", "Grüße, 世界 😀"),
                arguments(LONGEST, LONGEST),
                arguments(LONGEST + "y", LONGEST + "…"),
                arguments("😀".repeat(120), "😀".repeat(120)),
                arguments("😀".repeat(121), "😀".repeat(120) + "…"),
                arguments("two\nlines", "two[U+000A]lines"),
                arguments("\u001B[31mred", "[U+001B][31mred"),
                arguments("NUL \0, DEL \u007F, NEL \u0085", "NUL [U+0000], DEL [U+007F], NEL [U+0085]"),
                arguments("right to \u202Eleft", "right to [U+202E]left"),
                arguments("half \uD83D", "half [U+D83D]"),
                arguments("\n".repeat(121), "[U+000A]".repeat(120) + "…"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void texts_are_short_and_in_one_line(String text, String shown) {
        assertThat(Shown.text(text)).isEqualTo(shown);
        assertThat(Shown.quoted(text)).isEqualTo('"' + shown + '"');
    }

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(MissingNode.getInstance(), "absent"),
                arguments(json("null"), "null"),
                arguments(json("1.0"), "1.0"),
                arguments(json("{ \"a\": [1, true] }"), "{\"a\":[1,true]}"),
                arguments(TextNode.valueOf("a\n\"b\""), "\"a\\n\\\"b\\\"\""),
                arguments(TextNode.valueOf("\u009B"), "\"[U+009B]\""),
                arguments(TextNode.valueOf(LONGEST), '"' + "x".repeat(119) + "…"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void values_are_json_and_missing_ones_are_absent(JsonNode value, String shown) {
        assertThat(Shown.of(value)).isEqualTo(shown);
    }

    @Test
    void what_was_shown_before_stays_as_it_is() {
        String once = Shown.text("\u001B".repeat(10));

        assertThat(Shown.text(once)).isEqualTo(once);
    }

    private static JsonNode json(String text) {
        return Json.parse(text).orElseThrow();
    }
}
