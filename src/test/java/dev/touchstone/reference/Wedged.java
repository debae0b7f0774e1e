package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server that initializes nobody any more once a client has dropped its stream. */
final class Wedged implements Behaviour {

    private final AtomicBoolean wedged = new AtomicBoolean();

    @Override
    public Duration keepAlive() {
        return Duration.ofMillis(20);
    }

    @Override
    public void streamLost(Request request) {
        wedged.compareAndSet(false, request.is("GET"));
    }

    @Override
    public Optional<Reply> intercept(Request request) {
        boolean refused = wedged.get() && request.asks("initialize");
        return refused ? Optional.of(Reply.notice(503, "busy", "the transport is taken")) : Optional.empty();
    }
}
