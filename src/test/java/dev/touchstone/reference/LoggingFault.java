package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.answering;
import static dev.touchstone.reference.Behaviours.error;
import static dev.touchstone.reference.Defect.breaking;
import static dev.touchstone.reference.ToolBehaviours.ECHO;
import static dev.touchstone.reference.ToolBehaviours.NARRATOR;
import static dev.touchstone.reference.ToolBehaviours.saying;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/** What servers get wrong about log messages. */
enum LoggingFault implements Fault {

    /** A tool logs, and logging is not declared. */
    LOGS_UNDECLARED(breaking("logging.capability.declared", Undeclared::new).inEveryEra()),

    /** The capability is declared, the handler forgotten. */
    SET_LEVEL_NOT_SERVED(breaking("logging.set-level.empty-result", () -> setting(level -> true, -32601))
            .everywhere()),

    /** Only the levels of a common logging library are known. */
    FIVE_LEVELS_ONLY(breaking(
                    "logging.set-level.all-levels",
                    () -> setting(level -> level.equals("notice") || level.equals("alert"), -32602))
            .everywhere()),

    /** Any word is taken for a level. */
    ANY_LEVEL_TAKEN(breaking(
                    "logging.set-level.invalid",
                    () -> answering(call -> call.method().equals("logging/setLevel"), response -> {
                        response.remove("error");
                        response.putObject("result");
                        return response;
                    }))
            .everywhere()),

    /** The level is a word of a logging library. */
    LEVEL_IS_WARN(breaking("logging.message.shape", () -> echoing(log("\"level\":\"warn\",\"data\":\"x\"")))
            .inEveryEra()),

    /** The text is in a member of its own. */
    DATA_ABSENT(breaking("logging.message.shape", () -> echoing(log("\"level\":\"error\",\"message\":\"x\"")))
            .inEveryEra()),

    /** The level that was set is not looked at. */
    LEVEL_IGNORED(breaking("logging.level.filtered-below", () -> saying(NARRATOR, said("info", "step")))
            .everywhere()),

    /** The level of one session holds for all. */
    LEVEL_FOR_EVERYBODY(
            breaking("logging.level.per-session", SharedLevel::new).everywhere().alone()),

    /** The tool that logs says nothing. */
    SILENT_LOGGER(breaking("logging.level.delivered-at-and-above", () -> Tells.logs((call, message) -> List.of()))
            .everywhere()),

    /** A tool logs whether it was asked to or not. */
    LOGS_UNASKED(breaking("logging.only-with-level", () -> saying(ECHO, said("error", "echoed")))
            .stateless()),

    /** An unknown level breaks something. */
    UNKNOWN_LEVEL_BREAKS(breaking(
                    "logging.invalid-level",
                    () -> answering(
                            call -> level(call).asText().startsWith("touchstone-"),
                            response -> error(response, -32603, "no such level")))
            .stateless()),

    /** A message has no data. */
    EMPTY_DATA(breaking("logging.context-in-data", () -> saying(ECHO, log("\"level\":\"error\",\"data\":{}")))
            .everywhere()),

    /** The name of a logger is that of a request. */
    LOGGER_NAMES_COUNT_UP(
            breaking("logging.consistent-logger-names", LoggingFault::counting).everywhere()),

    /** A message names the session. */
    SESSION_ID_LOGGED(breaking(
            "logging.no-credentials",
            () -> telling(
                    call -> said("error", "called in session " + call.session().id())))),

    /** A message repeats the header that opens the server. */
    CREDENTIAL_LOGGED(breaking(
            "logging.no-credentials",
            () -> new Guarded(
                    Guarded.LONG_KEY,
                    false,
                    List.of(),
                    telling(call -> said(
                            "error",
                            "called with " + call.request().header("X-API-Key").orElse("nothing")))))),

    /** A message holds a stack trace. */
    STACK_TRACE_LOGGED(breaking(
                    "logging.no-internal-details",
                    () -> saying(ECHO, said("error", "Error: boom\\n    at run (/srv/app/tool.js:12:7)")))
            .everywhere());

    private final Defect defect;

    LoggingFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static JsonNode level(Call call) {
        return call.params().path("_meta").path("io.modelcontextprotocol/logLevel");
    }

    /** Says something about calls of a tool, without a session only to those who asked for it. */
    private static Behaviour echoing(String message) {
        return new Tells(
                call -> call.params().path("name").asText().equals(ECHO)
                        && (call.revision().compareTo("2026-07-28") < 0
                                || level(call).isTextual()),
                (call, told) -> Behaviours.joined(told, List.of(Behaviours.parse(message))));
    }

    private static String log(String params) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{" + params + "}}";
    }

    private static String said(String level, String data) {
        return log("\"level\":\"%s\",\"data\":\"%s\"".formatted(level, data));
    }

    /** Refuses some levels. */
    private static Behaviour setting(Predicate<String> refused, int code) {
        return answering(
                call -> call.method().equals("logging/setLevel")
                        && refused.test(call.params().path("level").asText()),
                response -> error(response, code, "not supported"));
    }

    /** Says something about each call of a tool. */
    private static Behaviour telling(Function<Call, String> what) {
        return new Tells(
                call -> true, (call, told) -> Behaviours.joined(told, List.of(Behaviours.parse(what.apply(call)))));
    }

    /** Logger names that count up. */
    private static Behaviour counting() {
        AtomicInteger calls = new AtomicInteger();
        return Tells.logs((call, message) -> {
            ObjectNode renamed = message.deepCopy();
            renamed.withObject("/params").put("logger", "request-" + calls.incrementAndGet());
            return List.of(renamed);
        });
    }

    /** Logs, and neither declares it nor lets anybody set a level. */
    private static final class Undeclared implements Behaviour {
        private static final Set<String> OPENINGS = Set.of("initialize", "server/discover");

        @Override
        public ObjectNode answer(Call call, ObjectNode response) {
            if (OPENINGS.contains(call.method()) && response.has("result")) {
                response.withObject("/result/capabilities").remove("logging");
            }
            return call.method().equals("logging/setLevel") ? error(response, -32601, "unknown method") : response;
        }
    }

    /** Remembers the level that anybody set last. */
    private static final class SharedLevel implements Behaviour {
        private volatile boolean severeOnly;

        @Override
        public ObjectNode answer(Call call, ObjectNode response) {
            if (call.method().equals("logging/setLevel")) {
                severeOnly = call.params().path("level").asText().equals("error");
            }
            return response;
        }

        @Override
        public List<JsonNode> tells(Call call) {
            return call.context().told().stream()
                    .filter(message -> !severeOnly
                            || !Tells.isLog(message)
                            || message.at("/params/level").asText().equals("error"))
                    .toList();
        }
    }
}
