package dev.touchstone.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Shown;
import java.util.List;
import java.util.Optional;

/**
 * What came of a JSON-RPC request, by whatever transport.
 *
 * @param id the id of the request
 * @param message the response with that id, if one came
 * @param evidence the exchanges that show it: the POST, and the stream where that carries the response
 */
public record Reply(JsonNode id, Optional<JsonNode> message, List<Exchange> evidence) {

    /** Copies the evidence. */
    public Reply {
        evidence = List.copyOf(evidence);
    }

    /** The result, a missing node when there is none. */
    public JsonNode result() {
        return message.map(response -> response.path("result")).orElse(MissingNode.getInstance());
    }

    /** The error, a missing node when there is none; null beside a result is none. */
    public JsonNode error() {
        return message.map(response -> response.path("error"))
                .filter(error -> !error.isNull())
                .orElse(MissingNode.getInstance());
    }

    /** The code of the error, 0 when there is none. */
    public int code() {
        return error().path("code").asInt();
    }

    /** The error that came of the request, be it without its id, which the server may not have got to know. */
    public JsonNode refusal() {
        return message.filter(JsonRpc::isError)
                .or(evidence.get(0)::errorResponse)
                .map(response -> response.path("error"))
                .orElse(MissingNode.getInstance());
    }

    /** The code of that error, 0 when there is none. */
    public int refusalCode() {
        return refusal().path("code").asInt();
    }

    /** Whether the request was taken and no response came. */
    public boolean isLost() {
        return message.isEmpty() && evidence.get(0).succeeded();
    }

    /** Whether a result came. */
    public boolean succeeded() {
        return result().isObject();
    }

    /** Whether a result came that is none yet: the server wants something from the client first. */
    public boolean asksForInput() {
        return result().path("resultType").asText().equals("input_required");
    }

    /** The reply in a few words. */
    public String inShort() {
        if (message.isEmpty()) {
            return evidence.get(0).inShort() + ", without a response to the request";
        }
        if (error().isMissingNode()) {
            return asksForInput() ? "a result that asks for input" : "a result";
        }
        String text = error().path("message").asText();
        return "error " + Shown.text(error().path("code").asText()) + " " + (text.isEmpty() ? "" : Shown.quoted(text));
    }
}
