package dev.touchstone.reference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Changes what is said ahead of the response to some calls of tools. */
record Tells(Predicate<Call> when, BiFunction<Call, List<JsonNode>, List<JsonNode>> change) implements Behaviour {

    /** Changes each log message. */
    static Tells logs(BiFunction<Call, JsonNode, List<JsonNode>> change) {
        return new Tells(
                call -> true,
                (call, told) -> told.stream()
                        .flatMap(message -> (isLog(message) ? change.apply(call, message) : List.of(message)).stream())
                        .toList());
    }

    static boolean isLog(JsonNode message) {
        return message.path("method").asText().equals("notifications/message");
    }

    @Override
    public List<JsonNode> tells(Call call) {
        List<JsonNode> told = call.context().told();
        return call.method().equals("tools/call") && when.test(call) ? change.apply(call, told) : told;
    }
}
