package dev.touchstone.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown of an address. */
class TargetTest {

    @ParameterizedTest
    @CsvSource({
        "http://h/mcp, http://h/mcp",
        "http://h/mcp?profile=developer-tools, http://h/mcp?profile=developer-tools",
        "http://h/mcp?api_key=abcdefgh4711, http://h/mcp?api_key=%24%7BURL_API_KEY%7D",
        "http://h/mcp?x=1&accessToken=ab%2Fcdefgh4711, http://h/mcp?x=1&accessToken=%24%7BURL_ACCESSTOKEN%7D",
        "http://h/mcp?token=, http://h/mcp?token=",
        "http://h/mcp?token, http://h/mcp?token",
        "http://h/mcp?key=short, http://h/mcp?key=short"
    })
    void what_sounds_like_a_secret_in_the_query_is_replaced(String url, String shown) {
        assertThat(new Target(URI.create(url), Credentials.NONE).shown()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"http://h/mcp?key=ab%2Fcdefgh4711, ab/cdefgh4711", "http://h/mcp?key=ab%2Fcdefgh4711, ab%2Fcdefgh4711"})
    void it_is_replaced_as_it_stands_there_and_decoded(String url, String secret) {
        assertThat(new Target(URI.create(url), Credentials.NONE).redaction().text("said " + secret))
                .isEqualTo("said ${URL_KEY}");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000/mcp, true",
        "http://127.0.0.1/, true",
        "http://127.1.2.3:8080/, true",
        "http://[::1]:3000/, true",
        "https://mcp.example/, false",
        "http://127.0.0.1.evil.example/, false",
        "http://10.0.0.1/, false"
    })
    void a_loopback_address_is_told_from_others(String url, boolean loopback) {
        assertThat(new Target(URI.create(url), Credentials.NONE).isLoopback()).isEqualTo(loopback);
    }
}
