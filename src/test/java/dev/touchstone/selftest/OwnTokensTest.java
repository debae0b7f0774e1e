package dev.touchstone.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.cli.Judging;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Credential;
import dev.touchstone.demo.DemoServer;
import dev.touchstone.demo.Request;
import dev.touchstone.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A server that trusts the authorization server of as=demo, and asks it about each token. */
class OwnTokensTest {
    private static final String AUDIENCE = "urn:touchstone:test";
    private static final String REVISION = "2025-11-25";

    @Test
    void a_server_that_looks_at_everything_is_right() throws IOException {
        Vector vector = judged(true);

        assertThat(vector.red()).isEmpty();
        for (String judged :
                List.of("auth.401.expired-token", "auth.token.audience-validated", "auth.token.validated")) {
            assertThat(vector.verdicts()).containsEntry(judged + "@" + REVISION, Verdict.PASS);
        }
    }

    @Test
    void a_server_that_does_not_look_at_the_audience_is_found() throws IOException {
        assertThat(judged(false).red()).containsExactly("auth.token.audience-validated@" + REVISION);
    }

    private static Vector judged(boolean looksAtAudience) throws IOException {
        String port = freePort();
        URI issuer = URI.create("http://127.0.0.1:" + port);
        try (DemoServer server = DemoServer.start(new Trusting(issuer, looksAtAudience))) {
            List<String> options = List.of(
                    "--as",
                    "demo",
                    "--as.port",
                    port,
                    "--as.audience",
                    AUDIENCE,
                    "--revision",
                    REVISION,
                    "--only",
                    "auth,credentials,security,session");
            return Vector.of(Judging.judge(server.streamableUrl(), options));
        }
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return String.valueOf(socket.getLocalPort());
        }
    }

    /** Asks the issuer about each token (RFC 7662). */
    private record Trusting(URI issuer, boolean looksAtAudience) implements Behaviour {
        private static final HttpClient CLIENT = HttpClient.newHttpClient();
        private static final String SCHEME = "Bearer ";

        @Override
        public Optional<Credential> credential() {
            return Optional.of(Credential.bearer("only what the issuer knows"));
        }

        @Override
        public boolean publishesMetadata() {
            return true;
        }

        @Override
        public boolean admits(Request request) {
            return claims(request).isPresent();
        }

        @Override
        public String user(Request request) {
            return claims(request).map(claims -> claims.path("sub").asText()).orElse("");
        }

        private Optional<JsonNode> claims(Request request) {
            return request.header("Authorization")
                    .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                    .map(value -> introspected(value.substring(SCHEME.length())))
                    .filter(claims -> claims.path("active").asBoolean())
                    .filter(claims -> !looksAtAudience || isMeant(claims.path("aud")));
        }

        private static boolean isMeant(JsonNode audience) {
            return (audience.isArray() ? audience.path(0) : audience).asText().equals(AUDIENCE);
        }

        private JsonNode introspected(String token) {
            HttpRequest request = HttpRequest.newBuilder(issuer.resolve("/introspect"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("token=" + token))
                    .build();
            try {
                return new ObjectMapper()
                        .readTree(CLIENT.send(request, BodyHandlers.ofString()).body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
