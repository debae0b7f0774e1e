package dev.touchstone.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Era;
import dev.touchstone.client.Listening;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import dev.touchstone.wire.schema.Specimen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each tool that may be called, called once with fitting arguments in a session that asks for every log message and for
 * progress; then some of them with arguments that do not fit. Recorded once per revision for all checks that look at
 * results.
 */
@Shared(Shared.Per.DIALECT)
public final class Calls {
    /** A server that leaves so many calls without an answer is not called any more. */
    private static final int PATIENCE = 2;

    private static final int MOST_WRONG = 3;

    private final Dialect dialect;
    private final McpClient client;
    private final CallableTools tools;
    private final List<Called> calls = new ArrayList<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private final Set<String> provoked = new HashSet<>();
    private boolean made;

    /** How the arguments of a call are wrong. */
    public enum Defect {
        /** A required argument is not there. */
        MISSING,
        /** An argument is of a type that the schema does not allow and that nobody would convert. */
        MISTYPED
    }

    /**
     * A call with arguments that do not fit, of a tool that did its work with fitting ones.
     *
     * @param call the call
     * @param defect what is wrong
     * @param argument the name of the argument
     */
    public record Wrong(Called call, Defect defect, String argument) {
        /** The call in a few words. */
        public String inShort() {
            String how = defect == Defect.MISSING ? " without the required " : " with a value of the wrong type for ";
            String came =
                    call.failed() ? "a result with isError true" : call.reply().inShort();
            return call.tool().shown() + how + Shown.text(argument) + ": " + came;
        }
    }

    Calls(Dialect dialect, McpClient client, CallableTools tools) {
        this.dialect = dialect;
        this.client = client;
        this.tools = tools;
    }

    /** The calls with fitting arguments, none where no tool may be called. */
    public synchronized List<Called> all() {
        make();
        return List.copyOf(calls);
    }

    /** The calls with arguments that do not fit. */
    public synchronized List<Wrong> wrong() {
        make();
        return List.copyOf(wrong);
    }

    /** The calls of one tool. */
    public Optional<Called> of(String tool) {
        return all().stream().filter(call -> call.tool().name().equals(tool)).findFirst();
    }

    /** The calls; there has to be a tool that may be called. */
    public List<Called> demand() {
        tools.demand();
        return all();
    }

    /** Makes the calls, those that an earlier check had no time for. */
    private void make() {
        if (made || tools.all().isEmpty()) {
            return;
        }
        try (Session session = client.connect();
                Listening listening = Listening.in(session, dialect.offers("get-stream"))) {
            if (logs() && !alone()) {
                session.ask("logging/setLevel", Json.object().put("level", "debug"));
            }
            tools.all().stream().skip(calls.size()).forEach(tool -> callOnce(session, listening, tool));
            calls.stream()
                    .filter(call -> call.succeeded() && takesArguments(call.tool()))
                    .limit(MOST_WRONG)
                    .map(Called::tool)
                    .filter(tool -> provoked.add(tool.name()))
                    .forEach(tool -> provoke(session, listening, tool));
        }
        made = true;
    }

    private void callOnce(Session session, Listening listening, CallableTool tool) {
        long unanswered =
                calls.stream().filter(call -> call.reply().message().isEmpty()).count();
        if (unanswered < PATIENCE) {
            ObjectNode params = tool.params();
            ObjectNode meta = params.putObject("_meta");
            meta.put("progressToken", UUID.randomUUID().toString());
            if (logs() && alone()) {
                meta.put(StatelessClient.LOG_LEVEL_KEY, "debug");
            }
            calls.add(call(session, listening, tool, params));
        }
    }

    private boolean logs() {
        return dialect.offers("logging");
    }

    /** Whether each request says for itself which log messages it wants. */
    private boolean alone() {
        return dialect.revision().era() == Era.STATELESS;
    }

    /** Calls a tool and notes what is told meanwhile on whatever stream, up to the answer to a ping where there are any. */
    public static Called call(Session session, Listening listening, CallableTool tool, ObjectNode params) {
        int before = listening.unasked().size();
        Reply reply = session.ask("tools/call", params);
        Stream<Reply> barrier =
                session.revision().era() == Era.STATEFUL ? Stream.of(session.ask("ping")) : Stream.empty();
        List<JsonNode> told = Stream.concat(Stream.of(reply), barrier)
                .flatMap(each -> each.evidence().stream())
                .filter(exchange -> !listening.isOf(exchange))
                .flatMap(exchange -> Listening.unasked(exchange).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        if (told.isEmpty()) {
            listening.settle(before);
        }
        List<JsonNode> heard = listening.unasked();
        told.addAll(heard.subList(Math.min(before, heard.size()), heard.size()));
        return new Called(tool, reply, told);
    }

    private static boolean takesArguments(CallableTool tool) {
        return !required(tool).isEmpty() || mistypable(tool).isPresent();
    }

    private void provoke(Session session, Listening listening, CallableTool tool) {
        for (String name : required(tool)) {
            ObjectNode arguments = tool.arguments().deepCopy();
            arguments.remove(name);
            Called call = call(session, listening, tool, tool.params(arguments));
            wrong.add(new Wrong(call, Defect.MISSING, name));
        }
        mistypable(tool).ifPresent(name -> {
            ObjectNode arguments = tool.arguments().deepCopy();
            arguments.set(name, Specimen.mistyped(type(tool, name)));
            Called call = call(session, listening, tool, tool.params(arguments));
            wrong.add(new Wrong(call, Defect.MISTYPED, name));
        });
    }

    /** The first argument that has to be given, if there is one: a list of one or none. */
    private static List<String> required(CallableTool tool) {
        for (JsonNode name : tool.inputSchema().path("required")) {
            boolean optional =
                    tool.inputSchema().path("properties").path(name.asText()).has("default");
            if (name.isTextual() && tool.arguments().has(name.asText()) && !optional) {
                return List.of(name.asText());
            }
        }
        return List.of();
    }

    private static Optional<String> mistypable(CallableTool tool) {
        for (var argument : tool.arguments().properties()) {
            if (Specimen.isMistypable(type(tool, argument.getKey()))) {
                return Optional.of(argument.getKey());
            }
        }
        return Optional.empty();
    }

    private static String type(CallableTool tool, String argument) {
        JsonNode type = tool.inputSchema().path("properties").path(argument).path("type");
        return type.isTextual() ? type.asText() : "";
    }
}
