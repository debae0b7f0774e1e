package dev.touchstone.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server whose cursors can be used once after each first page, whoever asks for it: iterators that move on. */
final class MovesOn implements Behaviour {
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    @Override
    public ObjectNode answer(Call call, ObjectNode response) {
        if (!call.method().endsWith("/list") || !response.has("result")) {
            return response;
        } else if (!call.params().has("cursor")) {
            used.clear();
            return response;
        }
        boolean fresh = used.add(call.params().path("cursor").asText());
        return fresh ? response : Behaviours.error(response, -32602, "unknown cursor");
    }
}
