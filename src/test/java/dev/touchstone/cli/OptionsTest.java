package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void the_word_without_dashes_is_the_target() {
        Options options = Options.ofArguments(List.of("http://a/mcp", "--only", "session"), Map.of());

        assertThat(options.one(Option.TARGET)).contains("http://a/mcp");
        assertThat(options.list(Option.ONLY)).containsExactly("session");
    }

    @Test
    void an_unknown_option_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> Options.ofArguments(List.of("--tagret", "x"), Map.of()))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("--tagret")
                .hasMessageContaining("--target");
    }

    @Test
    void an_option_without_a_value_is_refused() {
        assertThatThrownBy(() -> Options.ofArguments(List.of("--only"), Map.of()))
                .isInstanceOf(UsageError.class)
                .hasMessage("--only needs a value");
    }

    @Test
    void properties_can_repeat_an_option_by_number() {
        Properties properties = new Properties();
        properties.setProperty("header", "A: 1");
        properties.setProperty("header.2", "B: 2");
        properties.setProperty("headers", "C: 3");

        assertThat(Options.ofProperties(properties, Map.of()).all(Option.HEADER))
                .containsExactly("A: 1", "B: 2");
    }

    @Test
    void the_environment_fills_in_what_is_not_given() {
        Map<String, String> environment = Map.of(
                "TOUCHSTONE_BEARER",
                "t",
                "TOUCHSTONE_BEARER_LOW_SCOPE",
                "u",
                "TOUCHSTONE_FAIL_ON",
                "warn",
                "TOUCHSTONE_ONLY",
                "");
        Options options = Options.ofArguments(List.of("--bearer", "mine"), environment);

        assertThat(options.one(Option.BEARER)).contains("mine");
        assertThat(options.one(Option.BEARER_LOW_SCOPE)).contains("u");
        assertThat(options.list(Option.FAIL_ON)).containsExactly("warn");
        assertThat(options.given(Option.ONLY)).isFalse();
    }

    @Test
    void several_headers_from_the_environment_stand_on_lines() {
        Options options = Options.ofArguments(List.of(), Map.of("TOUCHSTONE_HEADER", "A: 1\nB: 2"));

        assertThat(options.all(Option.HEADER)).containsExactly("A: 1", "B: 2");
    }

    @Test
    void numbers_out_of_range_are_refused_with_the_range() {
        Options options = Options.ofArguments(List.of("--parallel", "0", "--rate", "x"), Map.of());

        assertThatThrownBy(() -> options.number(Option.PARALLEL, 4, 1)).hasMessageContaining("from 1 up");
        assertThatThrownBy(() -> options.number(Option.RATE, 0, 0)).hasMessageContaining("'x'");
    }

    @Test
    void an_option_that_is_given_twice_is_refused() {
        Options options = Options.ofArguments(List.of("http://a", "http://b"), Map.of());

        assertThatThrownBy(() -> options.one(Option.TARGET)).hasMessageContaining("2 times");
    }
}
