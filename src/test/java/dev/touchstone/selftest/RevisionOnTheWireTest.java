package dev.touchstone.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.cli.Judging;
import dev.touchstone.demo.DemoServer;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A server that speaks several revisions is judged on each with that version on the wire, and not on one for all. */
class RevisionOnTheWireTest {
    private static final List<String> STREAMABLE = List.of("2025-03-26", "2025-06-18", "2025-11-25");
    private static final Set<String> WITH_HEADER = Set.of("2025-06-18", "2025-11-25");

    @Test
    void each_revision_is_asked_for_and_agreed_to_before_it_is_judged() {
        try (DemoServer server = DemoServer.start()) {
            RunResult run = Judging.judge(server.streamableUrl(), List.of());

            for (String revision : STREAMABLE) {
                Map<String, String> agreed = agreed(run, revision);
                assertThat(agreed.values()).as("sessions of " + revision).hasSizeGreaterThan(30);
                assertThat(agreed.values().stream().filter(revision::equals).count())
                        .as("sessions that agreed to " + revision)
                        .isGreaterThan(agreed.size() / 2);
            }
        }
    }

    @Test
    void the_version_header_names_what_was_agreed_unless_a_check_says_otherwise_on_purpose() {
        try (DemoServer server = DemoServer.start()) {
            RunResult run = Judging.judge(server.streamableUrl(), List.of());

            for (String revision : STREAMABLE) {
                Map<String, String> agreed = agreed(run, revision);
                Map<Boolean, Long> headers = run.transcript().all().stream()
                        .filter(exchange -> exchange.revision().equals(revision))
                        .filter(exchange -> revision.equals(agreed.get(session(exchange))))
                        .collect(Collectors.partitioningBy(
                                exchange -> exchange.request()
                                        .headers()
                                        .first("MCP-Protocol-Version")
                                        .equals(
                                                WITH_HEADER.contains(revision)
                                                        ? Optional.of(revision)
                                                        : Optional.empty()),
                                Collectors.counting()));

                assertThat(headers.get(true)).as("requests of " + revision).isGreaterThan(100);
                assertThat(headers.get(false)).as("other ones of " + revision).isLessThan(headers.get(true) / 4);
            }
        }
    }

    @Test
    void every_pass_of_a_session_stands_on_exchanges_of_its_own_revision() {
        try (DemoServer server = DemoServer.start()) {
            judged(server.streamableUrl());
            judged(server.sseUrl());
        }
    }

    private static void judged(URI url) {
        RunResult run = Judging.judge(url, List.of());
        Set<String> seen = new HashSet<>();
        for (Outcome outcome : run.with(Verdict.PASS)) {
            Set<String> revisions = outcome.exchanges().stream()
                    .flatMap(number -> run.transcript().find(number).stream())
                    .map(Exchange::revision)
                    .filter(revision -> !revision.isEmpty())
                    .collect(Collectors.toSet());
            assertThat(revisions)
                    .as(outcome.key())
                    .isSubsetOf(outcome.revision().id());
            seen.addAll(revisions);
        }
        assertThat(seen).isNotEmpty();
    }

    /** The versions that the server agreed to, by session id. */
    private static Map<String, String> agreed(RunResult run, String revision) {
        Map<String, String> agreed = new HashMap<>();
        for (Exchange exchange : run.transcript().all()) {
            JsonNode sent = Json.parse(exchange.request().body()).orElse(Json.object());
            if (exchange.revision().equals(revision)
                    && sent.path("method").asText().equals("initialize")) {
                exchange.header("Mcp-Session-Id")
                        .ifPresent(id -> exchange.messages()
                                .forEach(message -> agreed.put(
                                        id,
                                        message.at("/result/protocolVersion").asText())));
            }
        }
        return agreed;
    }

    private static String session(Exchange exchange) {
        return exchange.request().headers().first("Mcp-Session-Id").orElse("");
    }
}
