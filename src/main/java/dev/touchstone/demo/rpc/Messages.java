package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells JSON-RPC messages apart and builds responses. */
public final class Messages {

    public static final int PARSE_ERROR = -32700;
    public static final int INVALID_REQUEST = -32600;
    public static final int METHOD_NOT_FOUND = -32601;
    public static final int INVALID_PARAMS = -32602;
    public static final int HEADER_MISMATCH = -32020;
    static final int UNSUPPORTED_VERSION = -32022;
    static final int RESOURCE_NOT_FOUND = -32002;

    /** What a JSON text is in the eyes of JSON-RPC. */
    public enum Kind {
        REQUEST,
        NOTIFICATION,
        RESPONSE,
        INVALID
    }

    private Messages() {}

    /** Classifies one message; a null or fractional id makes it invalid. */
    public static Kind kind(JsonNode message) {
        if (!message.isObject() || !message.path("jsonrpc").asText().equals("2.0")) {
            return Kind.INVALID;
        }
        boolean identified = isId(message.path("id"));
        if (message.has("method")) {
            return kindOfMethod(message, identified);
        }
        boolean complete = message.has("result") != message.has("error");
        return complete && identified ? Kind.RESPONSE : Kind.INVALID;
    }

    private static Kind kindOfMethod(JsonNode message, boolean identified) {
        boolean structured = !message.has("params") || message.get("params").isContainerNode();
        if (!message.get("method").isTextual() || !structured) {
            return Kind.INVALID;
        }
        if (!message.has("id")) {
            return Kind.NOTIFICATION;
        }
        return identified ? Kind.REQUEST : Kind.INVALID;
    }

    private static boolean isId(JsonNode id) {
        return id.isTextual() || id.isIntegralNumber();
    }

    /** A successful response. */
    public static ObjectNode result(@Nullable JsonNode id, JsonNode result) {
        ObjectNode response = envelope(id);
        response.set("result", result);
        return response;
    }

    /** An error response; without an id if the request could not be read so far. */
    public static ObjectNode error(@Nullable JsonNode id, int code, @Nullable String message) {
        ObjectNode response = envelope(id);
        response.putObject("error").put("code", code).put("message", message);
        return response;
    }

    /** The error for a version that is not spoken, with those that are. */
    public static ObjectNode unsupportedVersion(JsonNode id, String asked, List<String> spoken) {
        ObjectNode data = object().put("requested", asked);
        spoken.forEach(data.putArray("supported")::add);
        return error(id, new RpcException(UNSUPPORTED_VERSION, "unsupported protocol version", data));
    }

    static ObjectNode error(JsonNode id, RpcException problem) {
        ObjectNode response = error(id, problem.code(), problem.getMessage());
        if (problem.data() != null) {
            ((ObjectNode) response.get("error")).set("data", problem.data());
        }
        return response;
    }

    /** A notification, still without params. */
    static ObjectNode notification(String method) {
        return object().put("jsonrpc", "2.0").put("method", method);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode envelope(@Nullable JsonNode id) {
        ObjectNode response = object().put("jsonrpc", "2.0");
        if (id != null) {
            response.set("id", id);
        }
        return response;
    }
}
