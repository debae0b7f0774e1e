package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** A server whose sessions do not survive some requests. */
record Mortal(Predicate<Request> deadly, Set<String> dead) implements Behaviour {

    /** A server whose session ends with a request of some kind. */
    static Behaviour of(Predicate<Request> deadly) {
        return new Mortal(deadly, ConcurrentHashMap.newKeySet());
    }

    /** A server whose session ends when a message of some kind comes for the second time. */
    static Behaviour repeatedly(Predicate<Request> kind) {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        return of(request -> kind.test(request) && !seen.add(request.sessionId() + " " + request.json()));
    }

    @Override
    public Optional<Reply> intercept(Request request) {
        boolean gone = request.sessionId().filter(dead::contains).isPresent();
        return gone ? Optional.of(Reply.notice(404, "not_found", "no such session")) : Optional.empty();
    }

    @Override
    public Reply amend(Request request, Reply reply) {
        if (deadly.test(request)) {
            request.sessionId().ifPresent(dead::add);
        }
        return reply;
    }
}
