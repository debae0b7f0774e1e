package dev.touchstone.checks.tokens;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.checks.parts.Admission;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.NotConnected;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.client.StatelessSession;
import dev.touchstone.junit.CallableTool;
import dev.touchstone.junit.CallableTools;
import dev.touchstone.junit.Shared;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.target.Target;
import dev.touchstone.target.Token;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The same requests with the token that opens everything and with the one that does not, up to the first that only the
 * second is refused: the beginning of a conversation, the lists, a call of a tool that there is not, calls of tools that the
 * user named or that say that they change nothing.
 */
@Shared(Shared.Per.DIALECT)
final class LowScope {
    private static final List<String> LISTED = List.of("tools", "resources", "prompts");

    private final McpClient client;
    private final McpClient narrow;
    private final Dialect dialect;
    private final CallableTools tools;
    private @Nullable List<Trial> trials;
    private @Nullable Exchange again;

    LowScope(McpClient client, Target target, Dialect dialect, CallableTools tools) {
        this.client = client;
        this.narrow = client.as(target.with(Token.LOW_SCOPE).orElseThrow());
        this.dialect = dialect;
        this.tools = tools;
    }

    /**
     * A request sent with both tokens.
     *
     * @param what what a reader calls it
     * @param right what came with the token that opens everything
     * @param low what came with the one of low scope
     */
    record Trial(String what, Reply right, Reply low) {
        Exchange exchange() {
            return low.evidence().get(0);
        }

        /** Whether the server refuses it by its status. */
        boolean refused() {
            return accepted() && !exchange().succeeded() && admission() == Admission.REFUSED;
        }

        /** Whether it gets no answer, or one that has nothing to do with the token. */
        boolean unclear() {
            return accepted() && admission() == Admission.UNCLEAR;
        }

        private boolean accepted() {
            return right.evidence().get(0).succeeded();
        }

        private Admission admission() {
            return Admission.of(exchange(), right.evidence().get(0));
        }

        /** Whether nothing further need be asked. */
        boolean last() {
            return refused() || hidden() || unclear();
        }

        /** Whether the refusal is told in the message only, under a status that says success. */
        boolean hidden() {
            return works(right) && exchange().succeeded() && low.message().isPresent() && !works(low);
        }

        private static boolean works(Reply reply) {
            return reply.succeeded() && !reply.result().path("isError").asBoolean();
        }
    }

    /** The trials in order, of which only the last can be a refusal or unclear. */
    synchronized List<Trial> trials() {
        if (trials == null) {
            trials = new ArrayList<>();
            try (Session full = client.connect()) {
                compare(full);
            }
        }
        return trials;
    }

    /** The one that was refused by its status. */
    Optional<Trial> refusal() {
        return trials().stream().filter(Trial::refused).findFirst();
    }

    /** What the request was answered that was refused, when it was sent once more. */
    synchronized Optional<Exchange> again() {
        trials();
        return Optional.ofNullable(again);
    }

    private void compare(Session full) {
        boolean stateless = full instanceof StatelessSession;
        try (Session session = narrow.connect()) {
            add(new Trial(stateless ? "server/discover" : "initialize", full.opening(), session.opening()));
            if (refusal().isPresent()) {
                again = Entrance.opening(narrow).send();
                return;
            }
            LISTED.stream()
                    .filter(dialect.capabilities()::has)
                    .forEach(capability ->
                            ask(full, session, capability + "/list", capability + "/list", Json.object()));
            if (dialect.capabilities().has("tools")) {
                ObjectNode nobody = Json.object().put("name", "touchstone-" + UUID.randomUUID());
                ask(full, session, "tools/call of a tool that there is not", "tools/call", nobody);
                tools.all().stream()
                        .filter(CallableTool::isRepeatable)
                        .forEach(tool ->
                                ask(full, session, "tools/call of " + tool.name(), "tools/call", tool.params()));
            }
        } catch (NotConnected refused) {
            add(new Trial("initialize", full.opening(), refused.reply()));
            again = Entrance.opening(narrow).send();
        }
    }

    private void ask(Session full, Session session, String what, String method, ObjectNode params) {
        if (trials().stream().noneMatch(Trial::last)) {
            Reply right = params.isEmpty() ? full.ask(method) : full.ask(method, params);
            Reply low = params.isEmpty() ? session.ask(method) : session.ask(method, params);
            Trial trial = new Trial(what, right, low);
            add(trial);
            if (trial.refused()) {
                Reply once = params.isEmpty() ? session.ask(method) : session.ask(method, params);
                again = once.evidence().get(0);
            }
        }
    }

    private void add(Trial trial) {
        trials().add(trial);
    }
}
