package dev.touchstone.checks.jsonrpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Errors carry the id of the request that they refuse, whatever the reason. */
@Conformance
class ErrorIds {
    private static final List<JsonNode> IDS = List.of(IntNode.valueOf(74927), TextNode.valueOf("touchstone-74927"));

    @Verifies("jsonrpc.error.id-echo")
    void an_error_carries_the_id_of_its_request(StatelessClient client, Expect expect) {
        boolean judged = false;
        for (JsonNode id : IDS) {
            for (var refused : refused(client).entrySet()) {
                refused.getValue().set("id", id);
                Exchange answer = client.post(refused.getValue()).send();
                expect.seen(answer);
                List<JsonNode> errors =
                        answer.messages().stream().filter(JsonRpc::isError).toList();
                judged |= !errors.isEmpty();
                errors.forEach(error -> expect.holds(
                        JsonRpc.matches(error.path("id"), id),
                        "the id " + id + " in the error",
                        refused.getKey() + " with the id " + id + ": " + answer.inShort() + ", "
                                + Emitted.member(error, "id")));
            }
        }
        if (!judged) {
            throw new Inconclusive("neither an unknown method nor lacking metadata nor an unknown version is refused by"
                    + " a JSON-RPC error");
        }
    }

    /** Requests that are refused each for another reason; headers that differ are judged with the headers. */
    private static Map<String, ObjectNode> refused(StatelessClient client) {
        Map<String, ObjectNode> requests = new LinkedHashMap<>();
        requests.put("an unknown method", client.request("touchstone/unknown"));
        ObjectNode lacking = client.request("server/discover");
        metadata(lacking).remove(StatelessClient.CAPABILITIES_KEY);
        requests.put("metadata without capabilities", lacking);
        ObjectNode versioned = client.request("server/discover");
        metadata(versioned).put(StatelessClient.VERSION_KEY, "1900-01-01");
        requests.put("an unknown version", versioned);
        return requests;
    }

    private static ObjectNode metadata(ObjectNode request) {
        return request.withObject("/params/_meta");
    }
}
