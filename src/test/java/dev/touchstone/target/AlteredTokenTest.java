package dev.touchstone.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class AlteredTokenTest {
    private static final String HEADER = encoded("{\"alg\":\"RS256\"}");
    private static final String PAYLOAD = encoded("{\"sub\":\"1\"}");
    private static final String SIGNATURE = "c2lnbmF0dXJlc2lnbmF0dXJl";

    @Test
    void an_opaque_token_is_cut_short_and_gets_another_letter() {
        assertThat(AlteredToken.of("abcdefghijklmnop"))
                .extracting(AlteredToken::value)
                .containsExactly("abcdefghijkl", "abcdefghqjklmnop");
    }

    @Test
    void a_jwt_is_altered_part_by_part() {
        assertThat(AlteredToken.of(HEADER + "." + PAYLOAD + "." + SIGNATURE))
                .extracting(AlteredToken::value)
                .contains(encoded("{\"alg\":\"none\"}") + "." + PAYLOAD + ".")
                .contains(HEADER + "." + PAYLOAD + ".c2lnbmF0dXJlq2lnbmF0dXJl")
                .contains(HEADER + "." + encoded("{\"sub\":\"1\",\"touchstone\":true}") + "." + SIGNATURE);
    }

    @Test
    void three_parts_make_no_jwt() {
        assertThat(AlteredToken.of("first.second.third")).hasSize(2);
    }

    @Test
    void a_token_too_short_stays_as_it_is() {
        assertThat(AlteredToken.of("abcdefg")).isEmpty();
        assertThat(AlteredToken.of("abcdefgh")).isNotEmpty();
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
