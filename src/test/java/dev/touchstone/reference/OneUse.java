package dev.touchstone.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server whose cursors can be used once in a session: iterators that move on. */
final class OneUse implements Behaviour {
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    @Override
    public ObjectNode answer(Call call, ObjectNode response) {
        boolean paged = call.params().has("cursor") && response.has("result");
        String use =
                System.identityHashCode(call.session()) + " " + call.params().path("cursor");
        return paged && !used.add(use) ? Behaviours.error(response, -32602, "unknown cursor") : response;
    }
}
