package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.Session;
import java.time.Duration;
import java.util.Optional;

/** A server that takes no POST while a stream of the session is open. */
final class OneAtATime implements Behaviour {

    @Override
    public Duration keepAlive() {
        return Duration.ofMillis(20);
    }

    @Override
    public Optional<Reply> intercept(Request request) {
        boolean busy = request.is("POST")
                && request.session().map(Session::isStreaming).orElse(false);
        return busy ? Optional.of(Reply.notice(409, "busy", "one connection at a time")) : Optional.empty();
    }
}
