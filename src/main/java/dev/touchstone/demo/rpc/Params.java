package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads parameters and refuses those that are missing or of the wrong kind. */
final class Params {

    private Params() {}

    static String text(JsonNode params, String name) throws RpcException {
        JsonNode value = params.path(name);
        if (!value.isTextual()) {
            throw RpcException.invalidParams(name + " is required and has to be a string");
        }
        return value.asText();
    }

    static JsonNode object(JsonNode params, String name) throws RpcException {
        JsonNode value = params.path(name);
        if (!value.isObject()) {
            throw RpcException.invalidParams(name + " is required and has to be an object");
        }
        return value;
    }

    /** Every list fits on one page, so no cursor was ever issued. */
    static void noCursor(JsonNode params) throws RpcException {
        if (params.has("cursor")) {
            throw RpcException.invalidParams("unknown cursor");
        }
    }
}
