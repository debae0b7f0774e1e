package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A JSON-RPC error on its way to the client. */
public final class RpcException extends Exception {

    private final int code;
    private final transient @Nullable JsonNode data;

    RpcException(int code, String message, @Nullable JsonNode data) {
        super(message);
        this.code = code;
        this.data = data;
    }

    static RpcException invalidParams(String message) {
        return new RpcException(Messages.INVALID_PARAMS, message, null);
    }

    int code() {
        return code;
    }

    @Nullable
    JsonNode data() {
        return data;
    }
}
