package dev.touchstone.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which response belongs to which request. */
class ResponseMatchingTest {

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "7 | 7 | true | true",
                "7.0 | 7 | true | true",
                "9007199254740991 | 9007199254740991 | true | true",
                "\"7\" | 7 | false | true",
                "7 | \"7\" | false | true",
                "8 | 7 | false | false",
                "null | 7 | false | false",
                "null | \"null\" | false | false",
                "{\"n\":1} | 1 | false | false"
            })
    void ids_are_compared_by_value_and_matched_by_what_they_read(
            String response, String request, boolean same, boolean matches) {
        JsonNode one = Json.parse(response).orElseThrow();
        JsonNode other = Json.parse(request).orElseThrow();

        assertThat(JsonRpc.sameId(one, other)).isEqualTo(same);
        assertThat(JsonRpc.matches(one, other)).isEqualTo(matches);
    }
}
