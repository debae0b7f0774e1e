package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Serves one JSON-RPC method under the rules of the context's protocol revision. */
interface Handler {
    ObjectNode handle(JsonNode params, Context context) throws RpcException;
}
