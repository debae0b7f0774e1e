package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.answering;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import java.util.function.Supplier;

/** Servers of the stateless revision that look unusual and break no rule: nothing may turn red on them. */
public enum OddStatelessServer {

    /** Answers everything by JSON. */
    JSON_FOR_EVERYTHING(() -> OddBehaviours.streaming(call -> false)),

    /** Answers every request by an event stream. */
    STREAMS_FOR_EVERYTHING(() -> OddBehaviours.streaming(call -> true)),

    /** Puts keys of its own into the metadata of every result. */
    KEYS_OF_ITS_OWN(() -> answering(call -> true, response -> {
        if (response.get("result") instanceof ObjectNode result) {
            result.withObject("/_meta").put("com.example/took", 12);
        }
        return response;
    }));

    private final Supplier<Behaviour> behaviour;

    OddStatelessServer(Supplier<Behaviour> behaviour) {
        this.behaviour = behaviour;
    }

    /** Starts the server. */
    public Rig start() {
        return Rig.of(behaviour.get());
    }
}
