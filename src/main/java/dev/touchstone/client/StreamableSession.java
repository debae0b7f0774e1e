package dev.touchstone.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A session over Streamable HTTP, with or without a session id. */
public final class StreamableSession implements Session {
    /** How long a GET for an event stream may take to its status line. */
    public static final Duration STATUS_LINE = Duration.ofSeconds(2);

    private final StreamableClient client;
    private final Ids ids;
    private final Reply opening;
    private boolean ended;

    StreamableSession(StreamableClient client, Ids ids, Reply opening) {
        this.client = client;
        this.ids = ids;
        this.opening = opening;
    }

    @Override
    public Revision revision() {
        return client.revision();
    }

    @Override
    public Reply opening() {
        return opening;
    }

    /** The exchange that carried initialize. */
    public Exchange initialize() {
        return opening.evidence().get(0);
    }

    /** The session id, if the server issued one. */
    public Optional<String> id() {
        return initialize().header(StreamableClient.SESSION_ID);
    }

    /** The headers that requests of this session carry. */
    public Headers headers() {
        Headers headers = Headers.NONE;
        Optional<String> id = id();
        if (id.isPresent()) {
            headers = headers.and(StreamableClient.SESSION_ID, id.get());
        }
        JsonNode agreed = opening.result().path("protocolVersion");
        String version = agreed.isTextual() ? agreed.asText() : revision().id();
        return Revision.hasVersionHeader(version) ? headers.and(StreamableClient.PROTOCOL_VERSION, version) : headers;
    }

    @Override
    public JsonNode nextId() {
        return ids.next();
    }

    @Override
    public Probe post(JsonNode message) {
        return client.post(message).with(headers());
    }

    @Override
    public Probe post(byte[] body) {
        return client.post(body).with(headers());
    }

    /** A GET for the event stream of this session. */
    public Probe get() {
        return client.get().with(headers());
    }

    /** A DELETE of this session. */
    public Probe delete() {
        return client.delete().with(headers());
    }

    @Override
    public Reply ask(ObjectNode request) {
        InvalidMessage.forbid(revision(), request);
        return provoke(request);
    }

    @Override
    public Reply provoke(ObjectNode request) {
        JsonNode id = request.path("id");
        List<Exchange> exchanges = Polling.follow(this, post(request).send(), id);
        Optional<JsonNode> response = exchanges.get(exchanges.size() - 1).responseTo(id);
        return new Reply(id, response, exchanges);
    }

    @Override
    public Exchange tell(ObjectNode message) {
        InvalidMessage.forbid(revision(), message);
        return post(message).send();
    }

    /** Ends the session by DELETE; the server's answer to that decides nothing here. */
    public Exchange end() {
        ended = true;
        return delete().send();
    }

    @Override
    public void close() {
        if (!ended && id().isPresent()) {
            end();
        }
    }
}
