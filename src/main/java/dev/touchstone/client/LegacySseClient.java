package dev.touchstone.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.target.Target;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.Request;
import java.net.URI;
import java.util.function.Supplier;

/** Speaks HTTP+SSE of 2024-11-05: an event stream, and POSTs to the URI it announces. */
public final class LegacySseClient implements McpClient {
    private final Http http;
    private final Target target;
    private final Revision revision;
    private final Supplier<Ids> ids;

    /** Speaks to a target whose URL is the one of the event stream. */
    public LegacySseClient(Http http, Target target, Revision revision, Supplier<Ids> ids) {
        this.http = http;
        this.target = target;
        this.revision = revision;
        this.ids = ids;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    @Override
    public URI endpoint() {
        return target.url();
    }

    @Override
    public Http http() {
        return http;
    }

    @Override
    public LegacySseClient as(Target other) {
        return new LegacySseClient(http, other, revision, ids);
    }

    /** The same client without the configured credentials. */
    public LegacySseClient anonymous() {
        return new LegacySseClient(http, target.anonymous(), revision, ids);
    }

    /** A GET for the event stream. */
    public Probe get() {
        Headers headers = target.credentials().lines().and("Accept", "text/event-stream");
        return new Probe(http, new Request("GET", target.url(), headers, new byte[0]), endpointEvent());
    }

    /** A POST of any bytes to an address, which need not be the announced one; no other host gets the credentials. */
    public Probe post(URI to, byte[] body) {
        Headers secrets = target.sharesOriginWith(to) ? target.credentials().lines() : Headers.NONE;
        Headers headers = secrets.and("Content-Type", "application/json");
        return new Probe(http, new Request("POST", to, headers, body), Until.anything());
    }

    static Until endpointEvent() {
        return stream ->
                stream.dispatched().stream().anyMatch(event -> event.type().equals("endpoint"));
    }

    /** Opens the event stream and waits for the announced URI, without sending anything. */
    public LegacySseSession open() {
        LegacySseSession session = new LegacySseSession(this, get().open(), ids.get());
        session.awaitEndpoint();
        return session;
    }

    @Override
    public Reply initialize(ObjectNode params) {
        try (LegacySseSession session = open()) {
            return session.initialize(params);
        }
    }

    @Override
    public LegacySseSession begin() {
        return begin(Handshake.params(revision.id()));
    }

    /**
     * Opens a session by initialize with these params.
     *
     * @throws NotConnected if it is not answered with a result
     */
    public LegacySseSession begin(ObjectNode params) {
        LegacySseSession session = open();
        Reply reply = session.initialize(params);
        if (!reply.succeeded()) {
            session.close();
            throw new NotConnected(reply);
        }
        return session;
    }
}
