package dev.touchstone.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;

/** A server whose first resource has another URI, which can be read and subscribed to. */
record Renamed(String uri) implements Behaviour {

    @Override
    public ObjectNode answer(Call call, ObjectNode response) {
        JsonNode first = response.at("/result/resources/0");
        if (call.method().equals("resources/list") && first instanceof ObjectNode resource) {
            resource.put("uri", uri);
        } else if (call.method().startsWith("resources/")
                && call.params().path("uri").asText().equals(uri)) {
            response.remove("error");
            ObjectNode result = response.putObject("result");
            if (call.method().equals("resources/read")) {
                result.putArray("contents").addObject().put("uri", uri).put("text", "Grüß Gott.");
            }
        }
        return StatelessBehaviours.completed(call, response);
    }
}
