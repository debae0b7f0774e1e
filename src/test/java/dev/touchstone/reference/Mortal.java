package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server whose session does not survive a request with a number for a method. */
final class Mortal implements Behaviour {

    private final Set<String> dead = ConcurrentHashMap.newKeySet();

    @Override
    public Optional<Reply> intercept(Request request) {
        boolean gone = request.sessionId().filter(dead::contains).isPresent();
        return gone ? Optional.of(Reply.notice(404, "not_found", "no such session")) : Optional.empty();
    }

    @Override
    public Reply amend(Request request, Reply reply) {
        boolean deadly = request.json()
                .map(json -> json.has("id") && json.path("method").isNumber())
                .orElse(false);
        if (deadly) {
            request.sessionId().ifPresent(dead::add);
        }
        return reply;
    }
}
