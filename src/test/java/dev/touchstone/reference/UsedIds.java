package dev.touchstone.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A server that refuses a ping, which it is slow to get to, if its request id is in use by another session. */
final class UsedIds implements Behaviour {
    private static final long STEP = Duration.ofMillis(10).toNanos();
    private static final int STEPS = 100;

    private final Map<JsonNode, String> users = new ConcurrentHashMap<>();

    @Override
    public ObjectNode answer(Call call, ObjectNode response) {
        JsonNode id = call.message().get("id");
        if (!call.method().equals("ping")) {
            users.put(id, call.session().id());
            return response;
        }
        for (int step = 0; step < STEPS && !users.containsKey(id); step++) {
            LockSupport.parkNanos(STEP);
        }
        boolean foreign = !call.session()
                .id()
                .equals(users.getOrDefault(id, call.session().id()));
        return foreign ? Behaviours.error(response, -32600, "this id is in use") : response;
    }
}
