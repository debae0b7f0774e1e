package dev.touchstone.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.demo.DemoServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo server keeps the rules it is there to demonstrate. */
class DemoServerTest {

    private static final DemoServer SERVER = DemoServer.start();
    private static final TestClient CLIENT = new TestClient(SERVER.streamableUrl());

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-26", "2025-06-18", "2025-11-25"})
    void a_handshake_succeeds_under_each_revision(String revision) {
        HttpResponse<String> answer = CLIENT.post(TestClient.initialize(revision));

        assertThat(TestClient.json(answer).at("/result/protocolVersion").asText())
                .isEqualTo(revision);
        TestClient session = CLIENT.open(revision);
        assertThat(session.post(TestClient.INITIALIZED).statusCode()).isEqualTo(202);
        assertThat(TestClient.json(session.post(TestClient.PING)).path("result").isObject())
                .isTrue();
        assertThat(session.send("DELETE", "").statusCode()).isEqualTo(204);
        assertThat(session.post(TestClient.PING).statusCode()).isEqualTo(404);
    }

    @Test
    void an_unknown_revision_is_answered_by_the_newest() {
        HttpResponse<String> answer = CLIENT.post(TestClient.initialize("1999-01-01"));

        assertThat(TestClient.json(answer).at("/result/protocolVersion").asText())
                .isEqualTo("2025-11-25");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, Origin, http://evil.example, 403",
        "GET, Origin, http://evil.example, 403",
        "DELETE, Origin, http://evil.example, 403",
        "POST, MCP-Protocol-Version, banana, 400",
        "GET, MCP-Protocol-Version, 1999-01-01, 400",
        "DELETE, MCP-Protocol-Version, 1999-01-01, 400",
        "PUT, X-Nothing, x, 405"
    })
    void a_defect_within_a_session_is_refused(String method, String header, String value, int status) {
        TestClient session = CLIENT.open("2025-03-26");

        assertThat(session.with(header, value).send(method, TestClient.PING).statusCode())
                .isEqualTo(status);
        assertThat(session.post(TestClient.PING).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | 400 | -32700",
                "'' | 400 | -32700",
                "[] | 400 | -32600",
                "{\"jsonrpc\":\"2.0\",\"method\":5} | 400 | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"} | 400 | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"no/such\"} | 200 | -32601",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"cursor\":\"x\"}} | 200 | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":\"a://b\"}} | 200 | -32002"
            })
    void a_bad_message_gets_its_code(String body, int status, int code) {
        HttpResponse<String> answer = CLIENT.open("2025-11-25").post(body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(TestClient.json(answer).at("/error/code").asInt()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"2025-03-26, 200", "2025-06-18, 400", "2025-11-25, 400"})
    void a_batch_is_taken_under_one_revision_only(String revision, int status) {
        assertThat(CLIENT.open(revision).post("[" + TestClient.PING + "]").statusCode())
                .isEqualTo(status);
    }

    @Test
    void a_stream_starts_with_a_priming_event_and_can_be_resumed() throws IOException {
        TestClient session = CLIENT.open("2025-11-25");

        String body = session.post(TestClient.PING).body();

        assertThat(body).matches("id: \\S+\\ndata:\\n\\nid: \\S+\\ndata: \\{.*}\\n\\n");
        String first = body.substring(4, body.indexOf('\n'));
        try (InputStream rest = session.with("Last-Event-ID", first).listen().body()) {
            assertThat(new String(rest.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(body.substring(body.indexOf("\n\n") + 2));
        }
    }

    @Test
    void the_head_of_a_silent_stream_is_sent_at_once() throws IOException {
        HttpResponse<InputStream> stream = CLIENT.open("2025-03-26").listen();

        assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream");
        stream.body().close();
    }

    @Test
    void a_body_beyond_the_limit_is_answered_413() {
        assertThat(CLIENT.post("\"" + "x".repeat(5_000_000) + "\"").statusCode())
                .isEqualTo(413);
    }

    @Test
    void the_older_transport_announces_where_to_post_and_answers_on_its_stream() throws IOException {
        HttpResponse<InputStream> stream = new TestClient(SERVER.sseUrl()).listen();
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));

        assertThat(lines.readLine()).isEqualTo("event: endpoint");
        URI messages = SERVER.sseUrl().resolve(lines.readLine().substring(6));
        assertThat(new TestClient(messages)
                        .post(TestClient.initialize("2024-11-05"))
                        .statusCode())
                .isEqualTo(202);
        assertThat(lines.readLine()).isEmpty();
        assertThat(lines.readLine()).isEqualTo("event: message");
        assertThat(lines.readLine()).contains("\"protocolVersion\":\"2024-11-05\"");
        stream.body().close();
    }

    @Test
    void a_server_that_is_closed_ends_its_subscriptions_by_their_results() throws Exception {
        String listen = "{\"jsonrpc\":\"2.0\",\"id\":\"l\",\"method\":\"subscriptions/listen\",\"params\":{"
                + "\"notifications\":{\"toolsListChanged\":true},\"_meta\":{"
                + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";
        DemoServer server = DemoServer.start();
        HttpRequest request = HttpRequest.newBuilder(server.statelessUrl())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "subscriptions/listen")
                .POST(BodyPublishers.ofString(listen))
                .build();
        try (InputStream stream = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofInputStream())
                .body()) {
            int first = stream.read();
            server.close();
            String said = (char) first + new String(stream.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(said).contains("subscriptions/acknowledged").contains("\"resultType\":\"complete\"");
        }
    }
}
