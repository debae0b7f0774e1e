package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the option as=demo makes of a run. */
class TrustedIssuerTest {
    private static final String TARGET = "http://127.0.0.1:3000/mcp";

    @Test
    void its_tokens_become_those_of_the_run() throws IOException {
        Options options = options("--as", "demo", "--as.port", freePort(), "--as.scope", "mcp:read,mcp:write");

        try (TrustedIssuer issuer = TrustedIssuer.start(options)) {
            assertThat(claims(options, Option.BEARER))
                    .contains("\"aud\":\"" + TARGET + "\"", "\"scope\":\"mcp:read mcp:write\"", "\"sub\":\"alice\"");
            assertThat(claims(options, Option.BEARER_SECOND)).contains("\"sub\":\"bob\"");
            assertThat(claims(options, Option.BEARER_OTHER_AUDIENCE)).doesNotContain(TARGET);
            assertThat(claims(options, Option.BEARER_LOW_SCOPE)).contains("\"scope\":\"\"");
            assertThat(options.given(Option.BEARER_EXPIRED)).isTrue();
        }
    }

    @Test
    void the_audience_can_be_another_than_the_url() throws IOException {
        Options options =
                options("--as", "demo", "--as.port", freePort(), "--as.audience", "https://public.example/mcp");

        try (TrustedIssuer issuer = TrustedIssuer.start(options)) {
            assertThat(claims(options, Option.BEARER)).contains("\"aud\":\"https://public.example/mcp\"");
        }
    }

    @Test
    void the_port_is_free_again_when_it_is_closed() throws IOException {
        String port = freePort();
        TrustedIssuer.start(options("--as", "demo", "--as.port", port)).close();

        try (TrustedIssuer again = TrustedIssuer.start(options("--as", "demo", "--as.port", port))) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void without_the_option_nothing_is_started() {
        Options options = options();

        try (TrustedIssuer issuer = TrustedIssuer.start(options)) {
            assertThat(options.given(Option.BEARER)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--as keycloak, can only be demo",
        "--as demo --bearer t, leave out bearer",
        "--as demo --bearer.expired t, leave out bearer.expired",
        "--as demo --as.port 0, has to be a whole number from 1 up",
        "--as demo --as.port 70000, choose another with as.port",
        "--as.port 9400, without as=demo"
    })
    void what_does_not_fit_together_is_said(String words, String message) {
        assertThatThrownBy(() -> TrustedIssuer.start(options(words.split(" "))))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_port_that_is_taken_is_said() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());

            assertThatThrownBy(() -> TrustedIssuer.start(options("--as", "demo", "--as.port", port)))
                    .isInstanceOf(UsageError.class)
                    .hasMessageContaining("cannot listen on port " + port)
                    .hasMessageContaining("choose another with as.port");
        }
    }

    private static String claims(Options options, Option token) {
        String payload = options.one(token).orElseThrow().split("\\.")[1];
        return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8).replace("\\/", "/");
    }

    private static Options options(String... words) {
        List<String> all = new ArrayList<>(List.of(TARGET));
        all.addAll(List.of(words));
        return Options.ofArguments(all, Map.of());
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
