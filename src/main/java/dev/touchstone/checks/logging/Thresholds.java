package dev.touchstone.checks.logging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.Listening;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Session;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.junit.CallableTool;
import dev.touchstone.junit.Called;
import dev.touchstone.junit.Calls;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Json;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which log messages come once a level is set, shown by a tool that was seen to log. */
@Conformance
class Thresholds {
    private static final String KNOWN_TO_LOG = "test_tool_with_logging";
    private static final String SEVERE = "error";

    @Verifies("logging.level.delivered-at-and-above")
    void messages_at_or_above_the_level_come(Calls calls, Expect expect) {
        Called call = calls.of(KNOWN_TO_LOG)
                .orElseThrow(() ->
                        new NotApplicable("no tool is known here to log: it takes one that is called " + KNOWN_TO_LOG));
        seen(call, expect);
        if (!call.succeeded()) {
            throw new Inconclusive(call.inShort());
        }
        expect.holds(
                !call.logged().isEmpty(),
                "log messages after the level was set to debug",
                call.logged().size() + " log messages came with the call of " + KNOWN_TO_LOG);
    }

    @Verifies("logging.level.filtered-below")
    void messages_below_the_level_do_not_come(McpClient client, Calls calls, Dialect dialect, Expect expect) {
        Called talkative = talkative(calls, expect);
        try (Session session = client.connect()) {
            Called call = callAt(SEVERE, session, talkative.tool(), dialect, expect);
            Set<String> below = levelsBelow(call);
            expect.holds(
                    below.isEmpty(),
                    "no message below " + SEVERE,
                    "after the level was set to " + SEVERE + ", below it: " + (below.isEmpty() ? "nothing" : below));
        }
    }

    @Verifies("logging.level.per-session")
    void the_level_of_one_session_is_not_that_of_another(
            McpClient client, Calls calls, Dialect dialect, Expect expect) {
        Called talkative = talkative(calls, expect);
        try (Session verbose = client.connect();
                Session terse = client.connect()) {
            if (verbose instanceof StreamableSession streamable
                    && streamable.id().isEmpty()) {
                expect.seen(verbose.opening());
                throw new NotApplicable("the server hands out no session ids, so it cannot keep a level for each");
            }
            set("debug", verbose, expect);
            set(SEVERE, terse, expect);
            Called call = call(verbose, talkative.tool(), dialect, expect);
            expect.holds(
                    !levelsBelow(call).isEmpty(),
                    "messages below " + SEVERE + ", as the session asked for",
                    call.logged().size() + " messages, below " + SEVERE + ": " + levelsBelow(call));
        }
    }

    @Verifies("logging.consistent-logger-names")
    void the_same_call_logs_under_the_same_names(McpClient client, Calls calls, Dialect dialect, Expect expect) {
        Called first = talkative(calls, expect);
        if (loggers(first).isEmpty()) {
            throw new NotApplicable("no log message that came with a call names its logger");
        }
        try (Session session = client.connect()) {
            Called again = callAt("debug", session, first.tool(), dialect, expect);
            if (again.logged().size() != first.logged().size()) {
                throw new Inconclusive("the same call logged " + first.logged().size() + " messages first, and "
                        + again.logged().size() + " then");
            }
            expect.holds(
                    loggers(again).equals(loggers(first)),
                    "the same logger names for the same call",
                    "loggers " + loggers(first) + ", then " + loggers(again));
        }
    }

    private static Called callAt(String level, Session session, CallableTool tool, Dialect dialect, Expect expect) {
        set(level, session, expect);
        return call(session, tool, dialect, expect);
    }

    private static void set(String level, Session session, Expect expect) {
        expect.control(session.ask("logging/setLevel", Json.object().put("level", level)), "logging/setLevel " + level);
    }

    private static Called call(Session session, CallableTool tool, Dialect dialect, Expect expect) {
        try (Listening listening = Listening.in(session, dialect.offers("get-stream"))) {
            Called call = Calls.call(session, listening, tool, tool.params());
            seen(call, expect);
            listening.exchange().ifPresent(expect::seen);
            if (!call.succeeded()) {
                throw new Inconclusive("the call that logged before did not succeed again: " + call.inShort());
            }
            return call;
        }
    }

    /** A call of a tool with which messages below the severe level came. */
    private static Called talkative(Calls calls, Expect expect) {
        Called talkative = calls.demand().stream()
                .filter(call -> call.succeeded() && !levelsBelow(call).isEmpty())
                .findFirst()
                .orElseThrow(() -> new NotApplicable(
                        "no tool that may be called logged below " + SEVERE + " when the level was debug"));
        seen(talkative, expect);
        return talkative;
    }

    private static void seen(Called call, Expect expect) {
        expect.seen(call.reply());
    }

    private static Set<String> levelsBelow(Called call) {
        return call.logged().stream()
                .map(message -> message.at("/params/level").asText())
                .filter(level -> Levels.ALL.contains(level) && Levels.isBelow(level, SEVERE))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> loggers(Called call) {
        return call.logged().stream()
                .map(message -> message.at("/params/logger"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
