package dev.touchstone.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Era;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.client.Http;
import dev.touchstone.client.Limits;
import dev.touchstone.client.Tls;
import dev.touchstone.demo.DemoServer;
import dev.touchstone.target.Credentials;
import dev.touchstone.target.Target;
import dev.touchstone.wire.Header;
import dev.touchstone.wire.Transcript;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of target that cannot be judged gets one sentence that says what it is and what to do. */
class PreflightTest {
    private final Catalogue catalogue = Catalogue.load();
    private HttpServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void nobody_listens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThatThrownBy(() -> preflight("http://127.0.0.1:" + port + "/mcp"))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("refuses the connection");
    }

    @Test
    void the_host_does_not_exist() {
        assertThatThrownBy(() -> preflight("http://no-such-host.invalid/mcp"))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("no host called no-such-host.invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "http, ' ', closes the connection",
        "http, SSH-2.0-OpenSSH, does not speak HTTP",
        "https, HTTP/1.1 400 Bad Request, does not speak TLS"
    })
    void it_speaks_another_protocol(String scheme, String greeting, String sentence) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> greetAll(socket, greeting));
            server.setDaemon(true);
            server.start();

            assertThatThrownBy(() -> preflight(scheme + "://127.0.0.1:" + socket.getLocalPort() + "/mcp"))
                    .isInstanceOf(Unusable.class)
                    .hasMessageContaining(sentence);
        }
    }

    private static void greetAll(ServerSocket socket, String greeting) {
        try {
            while (true) {
                try (Socket accepted = socket.accept()) {
                    accepted.getInputStream().read(new byte[8192]);
                    accepted.getOutputStream()
                            .write((greeting.isBlank() ? "" : greeting + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, text/html, <html></html>, an HTML page",
        "200, application/json, '{\"status\":\"ok\"}', some other API",
        "200, text/plain, ok, status 200 and text/plain",
        "404, text/html, Cannot POST, were tried",
        "405, text/plain, no, status 405",
        "502, text/html, Bad Gateway, broken or down",
        "400, application/json, '{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32022,\"message\":\"x\",\"data\":{\"supported\":[\"2027-01-01\"]}}}', names 2027-01-01"
    })
    void it_is_something_else(int status, String type, String body, String sentence) throws IOException {
        String url = serve(status, type, body);

        assertThatThrownBy(() -> preflight(url))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining(url);
    }

    @Test
    void a_redirect_names_where_to() throws IOException {
        String url = serve(307, "text/plain", "", new Header("Location", "/mcp/"));

        assertThatThrownBy(() -> preflight(url)).hasMessageContaining("redirects POST to /mcp/");
    }

    @Test
    void a_closed_door_asks_for_credentials_and_tells_when_they_are_wrong() throws IOException {
        String url = serve(401, "application/json", "{}", new Header("WWW-Authenticate", "Bearer realm=\"x\""));

        ServerFacts facts = preflight(url);

        assertThat(facts.closed().orElseThrow()).contains("-Dbearer").contains("realm");
        assertThat(facts.dialects())
                .as("the revisions that are wanted, since nobody knows those that are spoken")
                .extracting(dialect -> dialect.revision().id())
                .containsExactly("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");
        assertThatThrownBy(() -> run(new Target(URI.create(url), credentials())))
                .hasMessageContaining("refuses the configured credentials")
                .hasMessageNotContaining("s3cret");
    }

    private static Credentials credentials() {
        return new Credentials(List.of(new Header("Authorization", "Bearer s3cret")));
    }

    @Test
    void the_path_that_would_be_right_is_named() {
        try (DemoServer demo = DemoServer.start()) {
            String wrong = demo.streamableUrl().resolve("/api").toString();

            assertThatThrownBy(() -> preflight(wrong))
                    .hasMessageContaining("status 404")
                    .hasMessageContaining(demo.streamableUrl() + " looks like one");
        }
    }

    @Test
    void every_revision_of_the_endpoint_is_found_newest_first() {
        try (DemoServer demo = DemoServer.start()) {
            ServerFacts facts = preflight(demo.streamableUrl().toString());

            assertThat(facts.dialects())
                    .extracting(dialect -> dialect.revision().id())
                    .containsExactly("2025-11-25", "2025-06-18", "2025-03-26");
            assertThat(facts.oneAtATime()).isFalse();
            assertThat(facts.dialects().get(0).feature("session-id").offered()).contains(true);
            assertThat(facts.dialects().get(0).feature("get-stream").offered()).contains(true);
            assertThat(facts.dialects().get(0).feature("experimental").offered())
                    .contains(false);
        }
    }

    @Test
    void an_event_stream_with_an_endpoint_event_is_http_and_sse() {
        try (DemoServer demo = DemoServer.start()) {
            ServerFacts facts = preflight(demo.sseUrl().toString());

            assertThat(facts.dialects()).extracting(Dialect::toString).containsExactly("2024-11-05 over HTTP+SSE");
        }
    }

    @Test
    void an_event_stream_is_refused_when_only_other_revisions_are_wanted() {
        try (DemoServer demo = DemoServer.start()) {
            Revision newest = catalogue.revision("2025-11-25").orElseThrow();

            assertThatThrownBy(() -> run(target(demo.sseUrl().toString()), List.of(newest)))
                    .isInstanceOf(Unusable.class)
                    .hasMessageContaining("HTTP+SSE");
        }
    }

    @Test
    void a_revision_that_is_not_spoken_ends_the_run_with_those_that_are() {
        try (DemoServer demo = DemoServer.start()) {
            Revision oldest = catalogue.revision("2024-11-05").orElseThrow();

            assertThatThrownBy(() -> run(target(demo.streamableUrl().toString()), List.of(oldest)))
                    .hasMessageContaining("does not speak 2024-11-05")
                    .hasMessageContaining("2025-06-18");
        }
    }

    private String serve(int status, String type, String body, Header... headers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, status, type, body, headers));
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api";
    }

    private static void answer(HttpExchange exchange, int status, String type, String body, Header... headers)
            throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", type);
        for (Header header : headers) {
            exchange.getResponseHeaders().set(header.name(), header.value());
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private ServerFacts preflight(String url) {
        return run(target(url));
    }

    private static Target target(String url) {
        return new Target(URI.create(url), Credentials.NONE);
    }

    private ServerFacts run(Target target) {
        return run(
                target,
                catalogue.revisions().stream()
                        .filter(revision -> revision.era() == Era.STATEFUL)
                        .toList());
    }

    private ServerFacts run(Target target, List<Revision> wanted) {
        try (Http http = new Http(target, new Transcript(), Limits.DEFAULT, Tls.standard())) {
            return new Preflight(target, http, catalogue, wanted).run();
        }
    }
}
