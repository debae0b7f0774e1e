package dev.touchstone.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private static final String SECRET = "canary/s3cret\"+ü";

    private final Redaction redaction = new Redaction(Map.of(SECRET, "TOKEN"));

    @Test
    void a_secret_is_replaced_in_text_wherever_it_stands() {
        assertThat(redaction.text("Bearer " + SECRET + "!")).isEqualTo("Bearer ${TOKEN}!");
    }

    @Test
    void a_secret_is_replaced_in_its_json_and_percent_encoded_forms() {
        String json = Json.write(Json.object().put("echo", SECRET));

        assertThat(redaction.text(json)).isEqualTo("{\"echo\":\"${TOKEN}\"}");
        assertThat(redaction
                        .url(URI.create("http://a/?t=canary%2Fs3cret%22%2B%C3%BC"))
                        .toString())
                .doesNotContain("s3cret");
    }

    @Test
    void bytes_that_are_no_secret_stay_as_they_are() {
        byte[] bytes = {(byte) 0xFF, 0, (byte) 0xC3, 'x'};

        assertThat(redaction.bytes(bytes)).isEqualTo(bytes);
        assertThat(new String(redaction.bytes(SECRET.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                .isEqualTo("${TOKEN}");
    }

    @Test
    void cookies_are_never_kept() {
        Headers headers = new Headers(List.of(new Header("Set-Cookie", "sid=1"), new Header("X-Echo", SECRET)));

        assertThat(redaction.headers(headers).lines())
                .containsExactly(new Header("Set-Cookie", "(not kept)"), new Header("X-Echo", "${TOKEN}"));
    }
}
