package dev.touchstone.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.schema.Specimen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
    private @Nullable Made made;

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
            return call.tool().name() + how + argument + ": " + came;
        }
    }

    private record Made(List<Called> calls, List<Wrong> wrong) {}

    Calls(Dialect dialect, McpClient client, CallableTools tools) {
        this.dialect = dialect;
        this.client = client;
        this.tools = tools;
    }

    /** The calls with fitting arguments, none where no tool may be called. */
    public List<Called> all() {
        return made().calls();
    }

    /** The calls with arguments that do not fit. */
    public List<Wrong> wrong() {
        return made().wrong();
    }

    /** The calls of one tool. */
    public Optional<Called> of(String tool) {
        return all().stream().filter(call -> call.tool().name().equals(tool)).findFirst();
    }

    /** The calls, of which there have to be some. */
    public List<Called> demand() {
        tools.demand();
        return all();
    }

    private synchronized Made made() {
        if (made == null) {
            made = tools.all().isEmpty() ? new Made(List.of(), List.of()) : make();
        }
        return made;
    }

    private Made make() {
        try (Session session = client.connect();
                Listener listener = Listener.in(session, dialect)) {
            if (dialect.feature("logging").offered().orElse(false)) {
                session.ask("logging/setLevel", Json.object().put("level", "debug"));
            }
            List<Called> calls = new ArrayList<>();
            int unanswered = 0;
            for (CallableTool tool : tools.all()) {
                if (unanswered < PATIENCE) {
                    ObjectNode params = tool.params();
                    params.putObject("_meta")
                            .put("progressToken", UUID.randomUUID().toString());
                    Called called = call(session, listener, tool, params);
                    unanswered += called.reply().message().isEmpty() ? 1 : 0;
                    calls.add(called);
                }
            }
            List<Wrong> wrong = new ArrayList<>();
            calls.stream()
                    .filter(call -> call.succeeded() && takesArguments(call.tool()))
                    .limit(MOST_WRONG)
                    .forEach(call -> wrong.addAll(wrong(session, listener, call.tool())));
            return new Made(List.copyOf(calls), List.copyOf(wrong));
        }
    }

    /** Calls a tool and notes what is told meanwhile, the answer to a ping afterwards included. */
    public static Called call(Session session, Listener listener, CallableTool tool, ObjectNode params) {
        int before = listener.heard().size();
        Reply reply = session.ask("tools/call", params);
        session.ask("ping");
        List<JsonNode> told = new ArrayList<>(Listener.unasked(reply.evidence().get(0)));
        List<JsonNode> heard = listener.heard();
        told.addAll(heard.subList(Math.min(before, heard.size()), heard.size()));
        return new Called(tool, reply, told);
    }

    private static boolean takesArguments(CallableTool tool) {
        return !required(tool).isEmpty() || mistypable(tool).isPresent();
    }

    private static List<Wrong> wrong(Session session, Listener listener, CallableTool tool) {
        List<Wrong> wrong = new ArrayList<>();
        for (String name : required(tool)) {
            ObjectNode arguments = tool.arguments().deepCopy();
            arguments.remove(name);
            Called call = call(session, listener, tool, tool.params(arguments));
            wrong.add(new Wrong(call, Defect.MISSING, name));
        }
        mistypable(tool).ifPresent(name -> {
            ObjectNode arguments = tool.arguments().deepCopy();
            arguments.set(name, Specimen.mistyped(type(tool, name)));
            Called call = call(session, listener, tool, tool.params(arguments));
            wrong.add(new Wrong(call, Defect.MISTYPED, name));
        });
        return wrong;
    }

    /** The first argument that has to be given, if there is one. */
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
