package dev.touchstone.checks.jsonrpc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.LegacySseSession;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.NotConnected;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
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

/** Every bad message once per revision, each followed by a ping in the same session; a session that died is replaced. */
@Shared(Shared.Per.DIALECT)
final class BadMessages {
    private final McpClient client;
    private @Nullable Map<Bad, Harm> harms;
    private @Nullable Reply control;

    BadMessages(McpClient client) {
        this.client = client;
    }

    /**
     * What each message did, in order.
     *
     * @throws Inconclusive if a ping is not served to begin with
     */
    List<Harm> all(Expect expect) {
        Map<Bad, Harm> known = harms();
        if (control != null) {
            expect.control(control, "a ping before any bad message");
        }
        return List.copyOf(known.values());
    }

    /**
     * What one message did, taken as evidence.
     *
     * @throws Inconclusive if a ping is not served to begin with, or the server was gone before the message
     */
    Harm of(Bad bad, Expect expect) {
        return all(expect).stream()
                .filter(harm -> harm.bad() == bad)
                .findFirst()
                .map(harm -> harm.seenBy(expect))
                .orElseThrow(() -> new Inconclusive(
                        "no session could be opened for " + bad.words() + " after the bad messages before it"));
    }

    private synchronized Map<Bad, Harm> harms() {
        if (harms == null) {
            Map<Bad, Harm> done = new EnumMap<>(Bad.class);
            Session session = client.connect();
            try {
                control = session.ping();
                for (Bad bad : control.succeeded() ? Bad.values() : new Bad[0]) {
                    Harm harm = send(bad, session);
                    done.put(bad, harm);
                    if (!harm.ping().succeeded()) {
                        session.close();
                        session = client.connect();
                    }
                }
            } catch (NotConnected gone) {
                control = done.isEmpty() ? gone.reply() : control;
            } finally {
                session.close();
            }
            harms = done;
        }
        return harms;
    }

    private static Harm send(Bad bad, Session session) {
        if (!(session instanceof LegacySseSession legacy)) {
            Exchange answer = bad.in(session).reading(response()).send();
            return new Harm(bad, answer, answer.messages(), session.ping());
        }
        int before = legacy.received().messages().size();
        Exchange answer = bad.in(legacy).reading(Until.end()).send();
        Reply ping = session.ping();
        List<JsonNode> came = new ArrayList<>(answer.messages());
        List<JsonNode> stream = legacy.received().messages();
        stream.subList(before, stream.size()).stream()
                .filter(message -> !ping.message().filter(message::equals).isPresent())
                .forEach(came::add);
        return new Harm(bad, answer, came, ping);
    }

    private static Until response() {
        return Until.message(message -> message.has("result") || message.has("error"));
    }
}
