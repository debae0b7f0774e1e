package dev.touchstone.checks.logging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Era;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.checks.parts.StackTraces;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Received;
import dev.touchstone.wire.Shown;
import java.util.List;
import java.util.Optional;

/** What the log messages of the whole run are like. */
@Conformance
@Afterwards
class LogMessages {
    private static final int MOST_EVIDENCE = 5;

    @Verifies("logging.capability.declared")
    void a_server_that_logs_declares_it(Recorded recorded, Dialect dialect, Expect expect) {
        if (dialect.capabilities().isMissingNode()) {
            boolean handshake = dialect.revision().era() == Era.STATEFUL;
            throw Inconclusive.blockedBy(
                    handshake ? "lifecycle.initialize.capabilities-object" : "discover.capabilities.shape",
                    "nothing can be read from it");
        }
        int count = messages(recorded, expect).size();
        expect.holds(
                dialect.offers("logging"),
                "capabilities.logging in what the server says of itself",
                count + " log messages came; " + dialect.feature("logging").evidence());
    }

    @Verifies("logging.only-with-level")
    void a_request_without_a_level_brings_no_log_message(Recorded recorded, Expect expect) {
        Problems problems = new Problems();
        List<Received> messages = messages(recorded, expect);
        for (Received message : messages) {
            JsonNode request = Json.parse(message.exchange().request().body()).orElseGet(Json::object);
            boolean asked = request.path("params").path("_meta").has(StatelessClient.LOG_LEVEL_KEY);
            if (!asked) {
                expect.seen(message.exchange());
            }
            problems.unless(
                    asked, where(message), "comes with " + Shown.of(request.path("method")) + ", which set no level");
        }
        problems.judge(
                expect,
                "no log message for a request without a level",
                messages.size() + " log messages, each for a request that set a level");
    }

    @Verifies("logging.message.shape")
    void a_log_message_has_a_level_data_and_a_logger_that_is_a_string(Recorded recorded, Expect expect) {
        Problems problems = new Problems();
        List<Received> messages = messages(recorded, expect);
        for (Received message : messages) {
            JsonNode params = message.message().path("params");
            JsonNode level = params.path("level");
            JsonNode logger = params.path("logger");
            boolean known = level.isTextual() && Levels.ALL.contains(level.asText());
            problems.unless(known, where(message), "level is " + Shown.of(level));
            problems.unless(params.has("data"), where(message), "data is absent");
            problems.unless(
                    logger.isMissingNode() || logger.isTextual(), where(message), "logger is " + Shown.of(logger));
        }
        problems.judge(
                expect,
                "level one of " + String.join(", ", Levels.ALL) + "; data present; logger a string",
                messages.size() + " log messages with level and data");
    }

    @Verifies("logging.context-in-data")
    void the_data_of_a_log_message_is_not_empty(Recorded recorded, Expect expect) {
        Problems problems = new Problems();
        List<Received> messages = messages(recorded, expect).stream()
                .filter(message -> message.message().path("params").has("data"))
                .toList();
        if (messages.isEmpty()) {
            throw Inconclusive.blockedBy("logging.message.shape", "no log message has data");
        }
        for (Received message : messages) {
            JsonNode data = message.message().at("/params/data");
            boolean empty = data.isNull()
                    || (data.isContainerNode() && data.isEmpty())
                    || (data.isTextual() && data.asText().isBlank());
            problems.unless(!empty, where(message), "data is " + Shown.of(data));
        }
        problems.judge(expect, "data that is not empty", messages.size() + " log messages with data");
    }

    @Verifies("logging.no-credentials")
    void a_log_message_holds_no_credentials(Recorded recorded, Target target, Expect expect) {
        Problems secrets = new Problems();
        Problems sessions = new Problems();
        List<Received> messages = messages(recorded, expect);
        List<String> placeholders = target.credentials().placeholders();
        for (Received message : messages) {
            String text = Json.write(message.message());
            boolean leaks = placeholders.stream().anyMatch(text::contains);
            Optional<String> session = message.exchange().request().headers().first(StreamableClient.SESSION_ID);
            secrets.unless(!leaks, where(message), "holds a configured credential");
            sessions.unless(session.filter(text::contains).isEmpty(), where(message), "holds the id of the session");
        }
        sessions.warn(expect, "no session id");
        if (placeholders.isEmpty()) {
            throw new NotApplicable("no credentials were configured that are long enough to be looked for in "
                    + messages.size() + " log messages");
        }
        secrets.judge(expect, "no credentials", messages.size() + " log messages without a configured credential");
    }

    @Verifies("logging.no-internal-details")
    void a_log_message_holds_no_stack_trace(Recorded recorded, Expect expect) {
        Problems problems = new Problems();
        List<Received> messages = messages(recorded, expect);
        for (Received message : messages) {
            String text = message.message().at("/params/data").isTextual()
                    ? message.message().at("/params/data").asText()
                    : Json.write(message.message());
            problems.unless(!StackTraces.in(text), where(message), "holds a stack trace");
        }
        problems.warn(expect, "no stack trace");
        expect.holds(true, "no stack trace", messages.size() + " log messages looked through");
    }

    private static List<Received> messages(Recorded recorded, Expect expect) {
        List<Received> messages = recorded.messages(Received.Kind.NOTIFICATION).stream()
                .filter(received -> received.method().equals("notifications/message"))
                .toList();
        if (messages.isEmpty()) {
            throw new NotApplicable("no log message came in the whole run");
        }
        messages.stream().limit(MOST_EVIDENCE).forEach(received -> expect.seen(received.exchange()));
        return messages;
    }

    private static String where(Received message) {
        return "notifications/message (exchange " + message.exchange().number() + "):";
    }
}
