package dev.touchstone.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.wire.Header;
import dev.touchstone.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-API-Key: k                               | X-API-Key: [a-jl-z]",
                "X-API-Key: sk-Live_42                      | X-API-Key: [a-z]{2}-[A-Z][a-z]{3}_\\d\\d",
                "Authorization: Bearer abc.def              | Authorization: Bearer [a-z]{3}\\.[a-z]{3}",
                "Authorization: abc                         | Authorization: [a-z]{3}",
                "Authorization: Basic dXNlcjpwYXNz          | Authorization: Basic dG91Y2hzdG9uZTp3cm9uZy1wYXNzd29yZA==",
            })
    void a_wrong_value_has_the_shape_of_the_right_one(String right, String shape) {
        Headers wrong = credentials(right).wrong();

        assertThat(wrong.lines()).singleElement().asString().matches(shape).isNotEqualTo(right);
    }

    @Test
    void headers_that_are_no_credentials_stay_right() {
        Credentials both = credentials("X-Tenant: acme", "X-API-Key: 0123456789");

        assertThat(both.wrong().first("X-Tenant")).contains("acme");
        assertThat(both.wrong().first("X-API-Key").orElseThrow()).isNotEqualTo("0123456789");
        assertThat(credentials("X-Tenant: acme").wrong().first("X-Tenant").orElseThrow())
                .isNotEqualTo("acme");
    }

    @Test
    void a_secret_too_short_to_be_replaced_has_no_placeholder() {
        assertThat(credentials("X-API-Key: 0123456789", "X-Token: 4711").placeholders())
                .containsExactly("${X_API_KEY}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer canary-4711",
                "X-API-Key: canary-4711",
                "Authorization: canary-4711",
                "X-Auth: Token canary-4711",
                "Cookie: a=1; session=canary-4711; b=2",
                // user:canary-4711
                "Authorization: Basic dXNlcjpjYW5hcnktNDcxMQ==",
            })
    void the_secret_is_replaced_wherever_it_turns_up(String line) {
        var redaction = credentials(line).redaction(Map.of());

        assertThat(redaction.headers(credentials(line).lines()).toString()).doesNotContain("canary", "NDcxMQ");
        assertThat(redaction.text("x=canary-4711&y")).doesNotContain("canary");
        assertThat(redaction.bytes("{\"echo\":\"canary-4711\"}".getBytes(StandardCharsets.UTF_8)))
                .asString(StandardCharsets.UTF_8)
                .doesNotContain("canary");
    }

    @Test
    void further_and_altered_tokens_are_as_secret_as_the_one_that_opens_the_server() {
        String jwt = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlc2lnbmF0dXJl";
        var credentials = new Credentials(
                List.of(new Header("Authorization", "Bearer " + jwt)), Map.of(Token.SECOND, "canary-4711"), false);

        assertThat(credentials.altered()).hasSize(4);
        for (AlteredToken altered : credentials.altered()) {
            assertThat(altered.value()).isNotEqualTo(jwt);
            assertThat(credentials.redaction(Map.of()).text("Bearer " + altered.value()))
                    .matches("Bearer \\$\\{TOKEN_ALTERED_\\d}");
        }
        assertThat(credentials.redaction(Map.of()).text("x canary-4711")).isEqualTo("x ${TOKEN_SECOND}");
        assertThat(credentials.placeholders()).contains("${TOKEN}", "${TOKEN_ALTERED_1}", "${TOKEN_SECOND}");
    }

    @Test
    void a_short_secret_is_replaced_in_its_header_only_since_verdicts_are_taken_from_what_is_kept() {
        var redaction = credentials("X-API-Key: tools").redaction(Map.of());

        assertThat(redaction.headers(credentials("x-api-key: tools").lines()).first("x-api-key"))
                .contains("${X_API_KEY}");
        assertThat(redaction.text("{\"tools\":[]}")).isEqualTo("{\"tools\":[]}");
        assertThat(redaction.headers(credentials("X-API-Key: wrong").lines()).first("X-API-Key"))
                .contains("wrong");
    }

    private static Credentials credentials(String... lines) {
        return new Credentials(Arrays.stream(lines)
                .map(line -> line.split(": ", 2))
                .map(parts -> new Header(parts[0], parts[1]))
                .collect(java.util.stream.Collectors.collectingAndThen(
                        java.util.stream.Collectors.toList(), List::copyOf)));
    }
}
