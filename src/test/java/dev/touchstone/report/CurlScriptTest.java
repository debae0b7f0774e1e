package dev.touchstone.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.preflight.ServerFacts;
import dev.touchstone.target.Credentials;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import dev.touchstone.wire.BodyEnd;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Header;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Request;
import dev.touchstone.wire.Response;
import dev.touchstone.wire.Transcript;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurlScriptTest {
    private static final URI URL = URI.create("http://127.0.0.1:3000/mcp");
    private static final Headers JSON =
            Headers.NONE.and("Accept", "application/json").and("Content-Type", "application/json");

    private final Catalogue catalogue = Catalogue.load();
    private final Requirement requirement = catalogue.get("session.invalid-id.404");
    private final Revision revision = catalogue.revision("2025-11-25").orElseThrow();
    private final Transcript transcript = new Transcript();

    @TempDir
    private Path folder;

    private int exchange(
            String method, URI url, Headers sent, String body, int status, Headers received, String answer) {
        Request request = new Request(method, url, sent, body.getBytes(StandardCharsets.UTF_8));
        Response response = new Response(
                status,
                "HTTP/1.1",
                received,
                answer.getBytes(StandardCharsets.UTF_8),
                BodyEnd.COMPLETE,
                Duration.ZERO,
                Duration.ZERO,
                List.of());
        return transcript
                .keep(new Exchange(transcript.next(), requirement.id(), "", Instant.EPOCH, request, response, null))
                .number();
    }

    private int post(Headers sent, String body, int status, Headers received) {
        return exchange("POST", URL, sent, body, status, received, "");
    }

    private String script(Credentials credentials, Integer... evidence) throws Exception {
        Outcome outcome = new Outcome(
                requirement, revision, Verdict.FAIL, "404", "200\n$(rm -rf /)", "", List.of(evidence), Duration.ZERO);
        ServerFacts facts = new ServerFacts(Json.object(), List.of(), List.of(), false, false, List.of());
        RunResult result = new RunResult(
                "1.0",
                new Target(URL, credentials),
                facts,
                catalogue,
                List.of(outcome),
                List.of(),
                List.of(),
                transcript,
                Instant.EPOCH,
                Duration.ZERO);
        String script = CurlScript.of(result, outcome).orElseThrow();
        parses(script);
        return script;
    }

    private void parses(String script) throws IOException, InterruptedException {
        assumeThat(Path.of("/bin/bash")).exists();
        Path file = Files.writeString(folder.resolve("script.sh"), script);
        Process bash = new ProcessBuilder("/bin/bash", "-n", file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(bash.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(bash.exitValue()).isZero();
    }

    @Test
    void a_session_is_opened_anew_and_its_id_captured() throws Exception {
        post(JSON, "{\"id\":1,\"method\":\"initialize\"}", 200, Headers.NONE.and("mcp-session-id", "abc"));
        Headers inSession = JSON.and("Mcp-Session-Id", "abc");
        post(inSession, "{\"method\":\"notifications/initialized\"}", 202, Headers.NONE);
        int evidence = post(inSession, "{\"id\":2,\"method\":\"ping\"}", 200, Headers.NONE);

        assertThat(script(Credentials.NONE, evidence))
                .containsSubsequence(
                        "-D \"$HEAD\"",
                        "\"method\":\"initialize\"",
                        "SESSION=$(",
                        "notifications/initialized",
                        "-H 'Mcp-Session-Id: '\"$SESSION\"",
                        "\"method\":\"ping\"")
                .doesNotContain("abc");
    }

    @Test
    void the_event_id_to_resume_after_is_taken_from_the_fresh_stream() throws Exception {
        Headers stream = Headers.NONE.and("Content-Type", "text/event-stream");
        exchange(
                "POST",
                URL,
                JSON,
                "{\"id\":1,\"method\":\"ping\"}",
                200,
                stream,
                "id: a1\ndata:\n\nid: a2\ndata: {}\n\n");
        int evidence = exchange("GET", URL, Headers.NONE.and("Last-Event-ID", "a2"), "", 200, stream, "");

        assertThat(script(Credentials.NONE, evidence))
                .containsSubsequence(
                        "\"method\":\"ping\"", "| tee \"$EVENTS\"", "EVENT=$(", "'2p'", "'Last-Event-ID: '\"$EVENT\"")
                .doesNotContain("a2");
    }

    @Test
    void an_event_id_that_never_came_is_sent_as_it_was() throws Exception {
        int evidence = exchange("GET", URL, Headers.NONE.and("Last-Event-ID", "a2"), "", 404, Headers.NONE, "");

        assertThat(script(Credentials.NONE, evidence)).contains("-H 'Last-Event-ID: a2'");
    }

    @Test
    void a_session_id_that_was_never_issued_is_sent_as_it_was() throws Exception {
        int evidence = post(JSON.and("Mcp-Session-Id", "made-up"), "{}", 200, Headers.NONE);

        assertThat(script(Credentials.NONE, evidence)).contains("-H 'Mcp-Session-Id: made-up'");
    }

    @Test
    void a_secret_stays_an_environment_variable() throws Exception {
        Credentials credentials = new Credentials(List.of(new Header("Authorization", "Bearer secret-value")));
        int evidence = post(JSON.and("Authorization", "Bearer ${TOKEN}"), "{}", 200, Headers.NONE);

        assertThat(script(credentials, evidence))
                .contains(": \"${TOKEN:?", "-H 'Authorization: Bearer '\"${TOKEN}\"")
                .doesNotContain("secret-value");
    }

    @Test
    void a_variable_named_by_the_server_is_not_expanded() throws Exception {
        int evidence = post(JSON.and("Mcp-Session-Id", "${HOME}$(id)`id`"), "{}", 200, Headers.NONE);

        assertThat(script(Credentials.NONE, evidence)).contains("-H 'Mcp-Session-Id: ${HOME}$(id)`id`'");
    }

    @Test
    void bodies_are_quoted() throws Exception {
        int quotes = post(JSON, "it's \"quoted\"\nand two lines", 400, Headers.NONE);
        int escapes = post(JSON, "\u001b[31m\u202E'", 400, Headers.NONE);
        int zero = post(JSON, "a\0b%'\\", 400, Headers.NONE);

        assertThat(script(Credentials.NONE, quotes, escapes, zero))
                .contains("--data-raw 'it'\\''s \"quoted\"\nand two lines'")
                .contains("--data-raw $'\\x1b[31m\\xe2\\x80\\xae\\''")
                .contains("printf 'a\\000b%%\\047\\\\' |\n  curl")
                .contains("--data-binary @-");
    }

    @Test
    void headers_that_were_missing_stay_missing_and_empty_ones_empty() throws Exception {
        int evidence = post(Headers.NONE.and("Origin", ""), "{}", 400, Headers.NONE);

        assertThat(script(Credentials.NONE, evidence)).contains("-H 'Accept:'", "-H 'Content-Type:'", "-H 'Origin;'");
    }

    @Test
    void comments_stay_in_their_line() throws Exception {
        int evidence = post(JSON, "{}", 200, Headers.NONE);

        assertThat(script(Credentials.NONE, evidence)).contains("# Seen: 200[U+000A]$(rm -rf /)\n");
    }

    @Test
    void an_event_stream_is_opened_and_its_endpoint_used() throws Exception {
        Headers stream = Headers.NONE.and("Content-Type", "text/event-stream");
        exchange(
                "GET",
                URL,
                Headers.NONE.and("Accept", "text/event-stream"),
                "",
                200,
                stream,
                "event: endpoint\ndata: /message?s=1\n\n");
        int evidence =
                exchange("POST", URL.resolve("/message?s=1"), JSON, "{\"method\":\"ping\"}", 202, Headers.NONE, "");

        assertThat(script(Credentials.NONE, evidence))
                .containsSubsequence(
                        "STREAM=$(mktemp)", "\"$URL\" > \"$STREAM\" &", "ENDPOINT=", "\"$ENDPOINT\"", "cat \"$STREAM\"")
                .doesNotContain("s=1");
    }

    @Test
    void files_are_executable_and_one_for_each_requirement() throws IOException {
        RunResult run = SampleRun.mixed();

        ReproScripts.write(run, folder);

        assertThat(folder.resolve("repro/" + SampleRun.VIOLATED + ".sh"))
                .isExecutable()
                .content()
                .contains("curl");
        assertThat(folder.resolve("repro/session.terminated.404.sh")).doesNotExist();
        assertThat(folder.resolve("repro").toFile().list()).hasSize(6);
    }
}
