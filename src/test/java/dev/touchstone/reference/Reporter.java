package dev.touchstone.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A server that answers by streams under every revision and reports progress before it answers lists. */
record Reporter(Function<JsonNode, List<ObjectNode>> reports) implements Behaviour {

    /** Reports some values for the token of the request, if it has one. */
    static Behaviour values(double... values) {
        return new Reporter(token -> token.isMissingNode()
                ? List.of()
                : Arrays.stream(values)
                        .mapToObj(value -> report(token, JsonNodeFactory.instance.numberNode(value)))
                        .toList());
    }

    static ObjectNode report(JsonNode token, JsonNode progress) {
        ObjectNode message =
                JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0").put("method", "notifications/progress");
        ObjectNode params = message.putObject("params");
        params.set("progressToken", token);
        params.set("progress", progress);
        return message;
    }

    @Override
    public boolean streams(Call call) {
        return !call.method().equals("initialize");
    }

    @Override
    public ObjectNode answer(Call call, ObjectNode response) {
        if (Behaviours.isList(call)) {
            reports.apply(call.params().at("/_meta/progressToken")).forEach(call.context()::tell);
        }
        return response;
    }
}
