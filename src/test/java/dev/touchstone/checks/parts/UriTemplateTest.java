package dev.touchstone.checks.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UriTemplateTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.", "%41", "a%41.b_"})
    void a_long_variable_is_one_like_any_other(String part) throws UriTemplate.Malformed {
        String name = part.repeat(3900 / part.length()) + "a";

        assertThat(UriTemplate.parse("x:{" + name + "}").variables()).containsExactly(name);
    }

    @Test
    void a_long_expression_that_is_broken_is_refused() {
        assertThatThrownBy(() -> UriTemplate.parse("x:{" + "a".repeat(3900) + "!}"))
                .isInstanceOf(UriTemplate.Malformed.class);
    }
}
