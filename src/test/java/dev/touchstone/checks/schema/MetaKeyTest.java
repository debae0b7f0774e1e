package dev.touchstone.checks.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"com.example/x", "vendor/", "a/x", "io.a-1.b2/x"})
    void labels_begin_with_a_letter_and_end_with_a_letter_or_digit(String key) {
        assertThat(key(key).hasGoodPrefix()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x", "1a/x", "a_b/x", "a-/x", "a..b/x", ".a/x", "a./x", "a/b/x", "ä/x"})
    void other_prefixes_are_wrong(String key) {
        assertThat(key(key).hasGoodPrefix()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"x, true", "a.b-c_d1, true", "'', true", "com.example/, true", "_x, false", "x., false", "a b, false"})
    void a_name_is_empty_or_begins_and_ends_with_a_letter_or_digit(String key, boolean good) {
        assertThat(key(key).hasGoodName()).isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({
        "modelcontextprotocol.io/x, true, false",
        "mcp.dev/x, true, false",
        "api.modelcontextprotocol.org/x, true, true",
        "tools.mcp.com/x, true, true",
        "io.modelcontextprotocol/x, false, true",
        "com.mcp.tools/x, true, true",
        "com.example.mcp/x, false, false",
        "mcp/x, false, false"
    })
    void two_revisions_reserve_different_prefixes(String key, boolean beforeLast, boolean second) {
        assertThat(key(key).namesProtocolBeforeLast()).isEqualTo(beforeLast);
        assertThat(key(key).namesProtocolSecond()).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({"example.com/x, true", "com.example/x, false", "vendor/x, false", "dev.app/x, false", "a.b/x, false"})
    void a_domain_name_that_is_not_reversed_ends_in_a_top_level_domain(String key, boolean forward) {
        assertThat(key(key).looksForward()).isEqualTo(forward);
    }

    private static MetaKey key(String key) {
        return new MetaKey(new Place(null, "/result/_meta", NullNode.getInstance()), key);
    }
}
