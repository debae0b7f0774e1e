package dev.touchstone.checks.cancellation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.LegacySseSession;
import dev.touchstone.client.Listening;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.NotConnected;
import dev.touchstone.client.Probe;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.client.Until;
import dev.touchstone.junit.Shared;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every invalid cancellation once per revision, in a session that is listened to, each between two pings. */
@Shared(Shared.Per.DIALECT)
final class Cancellations {
    private final McpClient client;
    private @Nullable Map<Invalid, Outcome> outcomes;

    /**
     * What came of a cancellation.
     *
     * @param before the ping before, which is complete
     * @param answer the POST and its answer
     * @param responses the responses to nothing that came in the answer or on a stream
     * @param after the ping afterwards
     */
    record Outcome(Reply before, Exchange answer, List<JsonNode> responses, Reply after) {
        /** Copies the responses. */
        Outcome {
            responses = List.copyOf(responses);
        }
    }

    Cancellations(McpClient client) {
        this.client = client;
    }

    /**
     * What came of a cancellation, taken as evidence.
     *
     * @throws Inconclusive if a ping is not served to begin with
     */
    Outcome of(Invalid invalid, Expect expect) {
        Outcome outcome = outcomes().get(invalid);
        if (outcome == null) {
            throw new Inconclusive("no session could be opened for " + invalid.words());
        }
        expect.control(outcome.before(), "a ping before");
        expect.seen(outcome.answer()).seen(outcome.after());
        return outcome;
    }

    private synchronized Map<Invalid, Outcome> outcomes() {
        if (outcomes == null) {
            Map<Invalid, Outcome> done = new EnumMap<>(Invalid.class);
            List<Invalid> todo = new ArrayList<>(List.of(Invalid.values()));
            try {
                while (!todo.isEmpty()) {
                    hold(todo, done);
                }
            } catch (NotConnected gone) {
                if (done.isEmpty()) {
                    throw gone;
                }
            }
            outcomes = done;
        }
        return outcomes;
    }

    /** Sends them in one session until one of them ends it. */
    private void hold(List<Invalid> todo, Map<Invalid, Outcome> done) {
        try (Session session = client.connect();
                Listening listening = Listening.in(session)) {
            boolean alive = true;
            while (alive && !todo.isEmpty()) {
                Invalid invalid = todo.remove(0);
                Outcome outcome = send(invalid, session, listening);
                done.put(invalid, outcome);
                alive = outcome.after().succeeded();
            }
        }
    }

    private static Outcome send(Invalid invalid, Session session, Listening listening) {
        Reply before = session.ask("ping");
        int heard = listening.responses().size();
        Exchange answer = post(session, invalid, before.id());
        Reply after = session.ask("ping");
        List<JsonNode> responses = new ArrayList<>(Listening.responses(answer));
        List<JsonNode> since = listening.responses();
        since.subList(Math.min(heard, since.size()), since.size()).stream()
                .filter(message -> !after.message().filter(message::equals).isPresent())
                .forEach(responses::add);
        return new Outcome(before, answer, responses, after);
    }

    private static Exchange post(Session session, Invalid invalid, JsonNode completed) {
        Probe probe = session instanceof StreamableSession streamable
                ? streamable.post(invalid.message(completed))
                : ((LegacySseSession) session).post(invalid.message(completed));
        return probe.reading(Until.anything()).send();
    }
}
