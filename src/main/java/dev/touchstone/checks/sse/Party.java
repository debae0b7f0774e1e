package dev.touchstone.checks.sse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.LegacySseClient;
import dev.touchstone.client.LegacySseSession;
import dev.touchstone.client.Reply;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.Judge;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One of several clients that draw their request ids from one source: an answer that strays to another stream is known
 * by its id.
 */
final class Party implements AutoCloseable {
    private final String name;
    private final LegacySseSession session;
    private final Supplier<JsonNode> ids;
    private final List<JsonNode> asked = new ArrayList<>();

    private Party(String name, LegacySseSession session, Supplier<JsonNode> ids) {
        this.name = name;
        this.session = session;
        this.ids = ids;
    }

    /** A client with ids of its own. */
    static Party first(String name, LegacySseClient client) {
        LegacySseSession session = client.open();
        return new Party(name, session, session::nextId);
    }

    /** A client that uses the same source of ids. */
    Party next(String other, LegacySseClient client) {
        return new Party(other, client.open(), ids);
    }

    LegacySseSession session() {
        return session;
    }

    /** Initializes the session; a failure shows in the reply. */
    Reply initialize() {
        Reply reply = ask("initialize", Handshake.params(session.revision().id()));
        if (reply.succeeded()) {
            session.initialized();
        }
        return reply;
    }

    Reply ping() {
        return ask(JsonRpc.request(ids.get(), "ping"));
    }

    private Reply ask(String method, ObjectNode params) {
        return ask(JsonRpc.request(ids.get(), method, params));
    }

    private Reply ask(ObjectNode request) {
        asked.add(request.get("id"));
        return session.ask(request);
    }

    /** Demands a working session, without which the check can show nothing. */
    Party ready(Expect expect) {
        Reply initialize = initialize();
        expect.seen(initialize);
        if (!initialize.succeeded()) {
            throw Inconclusive.blockedBy(Judge.OPENING, initialize.inShort());
        }
        Reply ping = ping();
        expect.seen(ping);
        if (!ping.succeeded()) {
            throw new Inconclusive(name + " gets no answer to ping to begin with: " + ping.inShort());
        }
        return this;
    }

    /** Expects that the stream has brought no answer to a request of another client. */
    void receivesOnlyItsOwn(Expect expect) {
        List<JsonNode> strays = session.received().messages().stream()
                .filter(JsonRpc::isResponse)
                .map(message -> message.get("id"))
                .filter(id -> !id.isNull() && asked.stream().noneMatch(mine -> JsonRpc.matches(id, mine)))
                .toList();
        expect.seen(session.received());
        expect.holds(
                strays.isEmpty(),
                name + ": no answers to requests of another client",
                name
                        + (strays.isEmpty()
                                ? " got its own answers only"
                                : " got answers to the ids " + Shown.text(strays.toString()) + ", having asked with "
                                        + asked));
    }

    @Override
    public void close() {
        session.close();
    }
}
