package dev.touchstone.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A server that takes a request id it has seen in another session for a repetition. */
final class SharedAnswers implements Behaviour {

    private record Given(String session, ObjectNode response) {}

    private final Map<JsonNode, Given> given = new ConcurrentHashMap<>();

    @Override
    public ObjectNode answer(Call call, ObjectNode response) {
        if (call.method().equals("initialize")) {
            return response;
        }
        Given mine = new Given(call.session().id(), response);
        Given earlier = given.putIfAbsent(call.message().get("id"), mine);
        boolean foreign = earlier != null && !earlier.session().equals(mine.session());
        return foreign ? earlier.response() : response;
    }
}
