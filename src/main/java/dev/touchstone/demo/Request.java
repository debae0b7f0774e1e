package dev.touchstone.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One HTTP request, its body read and its session looked up. */
public final class Request {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String method;
    private final URI uri;
    private final Headers headers;
    private final int peerPort;
    private final @Nullable JsonNode json;
    private final @Nullable Session session;

    Request(HttpExchange exchange, byte[] body, Sessions sessions) {
        this.method = exchange.getRequestMethod();
        this.uri = exchange.getRequestURI();
        this.headers = exchange.getRequestHeaders();
        this.peerPort = exchange.getRemoteAddress().getPort();
        this.json = parse(body);
        this.session = sessionId().flatMap(sessions::find).orElse(null);
    }

    public String method() {
        return method;
    }

    /** Whether the HTTP method is the given one. */
    public boolean is(String other) {
        return method.equals(other);
    }

    public URI uri() {
        return uri;
    }

    /** The path as it came, percent-encoding kept. */
    public String path() {
        return uri.getRawPath();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** Whether the Accept header names the media type; a request without one accepts everything. */
    public boolean accepts(String type) {
        String accept = String.join(",", headers.getOrDefault("Accept", List.of("*/*")));
        return accept.contains(type) || accept.contains("*/*");
    }

    /** The port of the peer, which tells connections apart. */
    public int peerPort() {
        return peerPort;
    }

    /** The body as JSON; empty if it is none. */
    public Optional<JsonNode> json() {
        return Optional.ofNullable(json);
    }

    /** The method of the JSON-RPC message in the body, or nothing where there is no single one. */
    public String rpcMethod() {
        return json == null ? "" : json.path("method").asText("");
    }

    /** Whether the body is a JSON-RPC request of the given method. */
    public boolean asks(String rpcMethod) {
        return is("POST")
                && rpcMethod.equals(rpcMethod())
                && json().orElseThrow().has("id");
    }

    /** The session id that the client sent, whether or not it is known. */
    public Optional<String> sessionId() {
        return header("Mcp-Session-Id");
    }

    /** The session that the request belongs to. */
    public Optional<Session> session() {
        return Optional.ofNullable(session);
    }

    private static @Nullable JsonNode parse(byte[] body) {
        try {
            JsonNode read = MAPPER.readTree(body);
            return read.isMissingNode() ? null : read;
        } catch (IOException notJson) {
            return null;
        }
    }
}
