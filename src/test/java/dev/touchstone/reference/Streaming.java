package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Body;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.function.UnaryOperator;

/** A server that answers by event streams under every revision, and changes those that answer lists. */
record Streaming(UnaryOperator<Body.Stream> change) implements Behaviour {

    @Override
    public boolean streams(Call call) {
        return !call.method().equals("initialize");
    }

    @Override
    public Reply amend(Request request, Reply reply) {
        return Behaviours.isList(request) && reply.body() instanceof Body.Stream stream
                ? reply.withBody(change.apply(stream))
                : reply;
    }
}
