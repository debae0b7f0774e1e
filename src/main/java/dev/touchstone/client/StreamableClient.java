package dev.touchstone.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.target.Target;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Request;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Speaks Streamable HTTP: one endpoint for POST, GET and DELETE. */
public final class StreamableClient implements McpClient {
    /** The header that carries the session id. */
    public static final String SESSION_ID = "Mcp-Session-Id";
    /** The header that carries the negotiated revision. */
    public static final String PROTOCOL_VERSION = "MCP-Protocol-Version";

    private static final String BOTH = "application/json, text/event-stream";

    private final Http http;
    private final Target target;
    private final Revision revision;
    private final Supplier<Ids> ids;

    /** Speaks to a target; the ids of each session come from a fresh supply. */
    public StreamableClient(Http http, Target target, Revision revision, Supplier<Ids> ids) {
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
    public StreamableClient as(Target other) {
        return new StreamableClient(http, other, revision, ids);
    }

    /** The same client on one connection of its own, which its requests use one after the other while the server keeps it. */
    public StreamableClient onOneConnection() {
        return new StreamableClient(http.onOneConnection(), target, revision, ids);
    }

    /** The same client without the configured credentials. */
    public StreamableClient anonymous() {
        return new StreamableClient(http, target.anonymous(), revision, ids);
    }

    /** An initialize request in no session. */
    public Probe initializing(ObjectNode params) {
        return post(JsonRpc.request(ids.get().next(), "initialize", params));
    }

    /** A POST of one message in no session. */
    public Probe post(JsonNode message) {
        return post(Json.bytes(message), message.path("id"));
    }

    /** A POST of any bytes in no session. */
    public Probe post(byte[] body) {
        return post(body, Json.object().path("id"));
    }

    private Probe post(byte[] body, JsonNode id) {
        Headers headers = target.credentials()
                .lines()
                .and("Content-Type", "application/json")
                .and("Accept", BOTH);
        return probe("POST", headers, body, id.isMissingNode() ? Until.end() : Until.responseTo(id));
    }

    /** A GET for the event stream in no session. */
    public Probe get() {
        return probe(
                "GET", target.credentials().lines().and("Accept", "text/event-stream"), new byte[0], Until.anything());
    }

    /** A DELETE in no session. */
    public Probe delete() {
        return probe("DELETE", target.credentials().lines(), new byte[0], Until.anything());
    }

    private Probe probe(String method, Headers headers, byte[] body, Until until) {
        return new Probe(http, new Request(method, target.url(), headers, body), until);
    }

    @Override
    public Reply initialize(ObjectNode params) {
        return initialize(params, UnaryOperator.identity());
    }

    /** Sends one initialize request, changed in some way, and ends the session that it may have opened as usual. */
    public Reply initialize(ObjectNode params, UnaryOperator<Probe> change) {
        try (StreamableSession session = start(params, change)) {
            return session.opening();
        }
    }

    @Override
    public StreamableSession begin() {
        return begin(Handshake.params(revision.id()), UnaryOperator.identity());
    }

    /**
     * Opens a session by an initialize request that is changed in some way.
     *
     * @throws NotConnected if it is not answered with a result
     */
    public StreamableSession begin(ObjectNode params, UnaryOperator<Probe> change) {
        StreamableSession session = start(params, change);
        if (!session.opening().succeeded()) {
            session.close();
            throw new NotConnected(session.opening());
        }
        return session;
    }

    @Override
    public StreamableSession connect() {
        StreamableSession session = begin();
        session.initialized();
        return session;
    }

    private StreamableSession start(ObjectNode params, UnaryOperator<Probe> change) {
        Ids supply = ids.get();
        ObjectNode request = JsonRpc.request(supply.next(), "initialize", params);
        Exchange exchange = change.apply(post(request)).send();
        Optional<JsonNode> response = exchange.responseTo(request.path("id"));
        return new StreamableSession(this, supply, new Reply(request.path("id"), response, List.of(exchange)));
    }
}
