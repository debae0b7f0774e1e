package dev.touchstone.checks.ping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a server answers to ping, when, and how soon. */
@Conformance
class Pings {
    private static final String SERVED = "lifecycle.base-protocol.supported";
    private static final Duration PROMPT = Duration.ofSeconds(5);
    private static final int TIMES = 5;

    @Verifies("ping.empty-result")
    void a_ping_is_answered_with_an_empty_result(Observed observed, Expect expect) {
        Reply ping = observed.ping();
        expect.seen(ping);
        JsonNode result = demandResult(ping);

        List<String> members = new ArrayList<>();
        result.fieldNames().forEachRemaining(members::add);
        members.remove("_meta");
        expect.holds(
                members.isEmpty(),
                "a result without members, _meta apart",
                members.isEmpty() ? "an empty result" : "a result with " + members);
    }

    private static JsonNode demandResult(Reply ping) {
        if (ping.result().isMissingNode()) {
            throw Inconclusive.blockedBy(SERVED, "ping: " + ping.inShort());
        } else if (!ping.result().isObject()) {
            throw Inconclusive.blockedBy("jsonrpc.response.result-object", "ping: " + ping.inShort());
        }
        return ping.result();
    }

    @Verifies("ping.prompt")
    void pings_are_answered_promptly(McpClient client, Session session, Expect expect) {
        Duration half = client.http().limits().answer().dividedBy(2);
        Duration bound = half.compareTo(PROMPT) < 0 ? half : PROMPT;
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            Reply ping = session.ask("ping");
            expect.control(ping, "ping");
            times.add(Latency.of(ping));
        }
        long late = times.stream().filter(time -> time.compareTo(bound) > 0).count();
        Duration slowest = times.stream().max(Duration::compareTo).orElse(Duration.ZERO);
        expect.holds(
                late <= 1,
                "answers within " + seconds(bound) + ", but for one of " + TIMES,
                late + " of " + TIMES + " pings later than that, the slowest after " + seconds(slowest));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    @Verifies("ping.with-params")
    void a_ping_with_empty_params_or_metadata_is_answered_too(Session session, Expect expect) {
        expect.control(session.ask("ping"), "ping without params");
        ObjectNode metadata = Json.object();
        metadata.putObject("_meta");

        expect.that("ping with params {}", session.ask("ping", Json.object())).result();
        expect.that("ping with params {\"_meta\":{}}", session.ask("ping", metadata))
                .result();
    }

    @Verifies("ping.before-initialized")
    void a_ping_is_answered_before_the_client_is_initialized(McpClient client, Observed observed, Expect expect) {
        demandResult(observed.ping());
        try (Session session = client.begin()) {
            expect.seen(session.opening());

            expect.that("ping before notifications/initialized", session.ask("ping"))
                    .result();
        }
    }
}
