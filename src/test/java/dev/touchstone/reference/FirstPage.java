package dev.touchstone.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A server that takes its own cursors for none. */
final class FirstPage implements Behaviour {
    private final AtomicReference<@Nullable JsonNode> first = new AtomicReference<>();

    @Override
    public ObjectNode answer(Call call, ObjectNode response) {
        JsonNode page = first.get();
        if (!call.method().equals("prompts/list") || !response.has("result")) {
            return response;
        } else if (!call.params().has("cursor")) {
            first.set(response.get("result").deepCopy());
        } else if (page != null) {
            response.set("result", page.deepCopy());
        }
        return response;
    }
}
