package dev.touchstone.client;

import static dev.touchstone.client.StreamableClient.PROTOCOL_VERSION;

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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Speaks the stateless revisions: a POST for each message, complete in itself. Its metadata says under which version and
 * with which capabilities it is meant, and headers repeat version, method and name.
 */
public final class StatelessClient implements McpClient {
    /** The header that repeats the method of the body. */
    public static final String METHOD = "Mcp-Method";
    /** The header that repeats the name or URI of the params. */
    public static final String NAME = "Mcp-Name";
    /** The member of {@code _meta} that names the version. */
    public static final String VERSION_KEY = "io.modelcontextprotocol/protocolVersion";
    /** The member of {@code _meta} that lists the client's capabilities. */
    public static final String CAPABILITIES_KEY = "io.modelcontextprotocol/clientCapabilities";
    /** The member of {@code _meta} that says who the client is. */
    public static final String CLIENT_KEY = "io.modelcontextprotocol/clientInfo";

    /** The member of {@code _meta} that asks for log messages. */
    public static final String LOG_LEVEL_KEY = "io.modelcontextprotocol/logLevel";

    private static final String BOTH = "application/json, text/event-stream";

    /** Where the methods whose name is repeated have it. */
    private static final Map<String, String> NAMED = Map.of(
            "tools/call", "name",
            "prompts/get", "name",
            "resources/read", "uri",
            "tasks/get", "taskId",
            "tasks/update", "taskId",
            "tasks/cancel", "taskId");

    private final Http http;
    private final Target target;
    private final Revision revision;
    private final Ids ids;
    private final MirroredArguments mirrored;

    /** Speaks to a target. */
    public StatelessClient(Http http, Target target, Revision revision, Supplier<Ids> ids) {
        this(http, target, revision, ids, new MirroredArguments());
    }

    /** Speaks to a target, of whose tools something may be known. */
    public StatelessClient(Http http, Target target, Revision revision, Supplier<Ids> ids, MirroredArguments mirrored) {
        this.http = http;
        this.target = target;
        this.revision = revision;
        this.ids = ids.get();
        this.mirrored = mirrored;
    }

    @Override
    public StatelessClient as(Target other) {
        return new StatelessClient(http, other, revision, () -> ids, mirrored);
    }

    /** The same client on one connection of its own, which its requests use one after the other while the server keeps it. */
    public StatelessClient onOneConnection() {
        return new StatelessClient(http.onOneConnection(), target, revision, () -> ids, mirrored);
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

    /** An id that this client has not used. */
    public JsonNode nextId() {
        return ids.next();
    }

    /** A complete request without params of its own. */
    public ObjectNode request(String method) {
        return request(method, Json.object());
    }

    /** A complete request: the params with the metadata that every request needs. */
    public ObjectNode request(String method, ObjectNode params) {
        return JsonRpc.request(nextId(), method, withMetadata(params));
    }

    private ObjectNode withMetadata(ObjectNode params) {
        ObjectNode complete = params.deepCopy();
        ObjectNode meta = complete.withObject("/_meta");
        meta.put(VERSION_KEY, revision.id());
        meta.set(CAPABILITIES_KEY, Json.object());
        meta.set(CLIENT_KEY, Json.object().put("name", "touchstone").put("version", "1.0.0"));
        return complete;
    }

    /** A POST of a message, with the headers that repeat what it says. */
    public Probe post(ObjectNode message) {
        JsonNode id = message.path("id");
        return bare(Json.bytes(message))
                .with(repeating(message))
                .reading(id.isMissingNode() ? Until.end() : Until.responseTo(id));
    }

    /** A POST of any bytes with no header of the protocol. */
    public Probe bare(byte[] body) {
        Headers headers = target.credentials()
                .lines()
                .and("Content-Type", "application/json")
                .and("Accept", BOTH);
        return probe("POST", headers, body);
    }

    /** The headers that repeat what a message says. */
    public Headers repeating(ObjectNode message) {
        JsonNode params = message.path("params");
        String method = message.path("method").asText();
        Headers headers = Headers.NONE;
        JsonNode version = params.path("_meta").path(VERSION_KEY);
        if (version.isTextual()) {
            headers = headers.and(PROTOCOL_VERSION, version.asText());
        }
        if (!method.isEmpty()) {
            headers = headers.and(METHOD, method);
        }
        JsonNode name = params.path(NAMED.getOrDefault(method, ""));
        if (name.isTextual()) {
            headers = headers.and(NAME, encoded(name.asText()));
        }
        for (var header : method.equals("tools/call") ? mirrored.of(params) : Headers.NONE) {
            headers = headers.and(header.name(), header.value());
        }
        return headers;
    }

    /** A value as it may stand in a header: marked Base64 of UTF-8 unless it is plain visible ASCII. */
    public static String encoded(String value) {
        boolean plain = value.chars().allMatch(c -> c >= ' ' && c <= '~') && value.equals(value.strip());
        return plain && !value.startsWith("=?base64?") ? value : marked(value);
    }

    /** A value as marked Base64 of UTF-8, whether it needs that or not. */
    public static String marked(String value) {
        return "=?base64?" + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    /** A GET of the endpoint, which this revision does not define. */
    public Probe get() {
        return probe("GET", target.credentials().lines().and("Accept", "text/event-stream"), new byte[0]);
    }

    /** A DELETE of the endpoint, which this revision does not define. */
    public Probe delete() {
        return probe("DELETE", target.credentials().lines(), new byte[0]);
    }

    private Probe probe(String method, Headers headers, byte[] body) {
        return new Probe(http, new Request(method, target.url(), headers, body), Until.anything());
    }

    /** Sends a complete request without params of its own and waits for its response. */
    public Reply ask(String method) {
        return ask(request(method));
    }

    /** Sends a complete request and waits for its response. */
    public Reply ask(String method, ObjectNode params) {
        return ask(request(method, params));
    }

    /**
     * Sends a request, with the headers that repeat what it says, and waits for its response.
     *
     * @throws InvalidMessage if the request is not what the schema of the revision wants
     */
    public Reply ask(ObjectNode request) {
        InvalidMessage.forbid(revision, request);
        return provoke(request);
    }

    /** Sends a request that may be wrong, on purpose, as it is, with the headers that repeat what it says. */
    public Reply provoke(ObjectNode request) {
        return reply(request, post(request));
    }

    /**
     * Sends a request and leaves its answer open.
     *
     * @throws InvalidMessage if the request is not what the schema of the revision wants
     */
    public EventStream open(ObjectNode request) {
        InvalidMessage.forbid(revision, request);
        return post(request).open();
    }

    /** Sends a request by a changed POST and waits for its response. */
    public Reply reply(ObjectNode request, Probe post) {
        Exchange exchange = post.send();
        JsonNode id = request.path("id");
        Reply reply = new Reply(id, exchange.responseTo(id), List.of(exchange));
        if (request.path("method").asText().equals("tools/list")) {
            mirrored.learn(reply.result().path("tools"));
        }
        return reply;
    }

    /** Sends initialize as clients of earlier revisions do, without any metadata. */
    @Override
    public Reply initialize(ObjectNode params) {
        ObjectNode request = JsonRpc.request(nextId(), "initialize", params);
        return reply(request, bare(Json.bytes(request)).reading(Until.responseTo(request.path("id"))));
    }

    /** The request for what the server is and can do. */
    public Reply discover() {
        return ask("server/discover");
    }

    /** A conversation in name only: nothing is sent to open it, and nothing connects its requests. */
    @Override
    public StatelessSession begin() {
        return new StatelessSession(this);
    }

    @Override
    public StatelessSession connect() {
        return begin();
    }
}
