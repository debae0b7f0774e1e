package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A server that gives the id of an ended session to the next client. */
final class ReusedIds implements Behaviour {

    private final Deque<String> ended = new ConcurrentLinkedDeque<>();

    @Override
    public Optional<String> newSessionId() {
        return Optional.ofNullable(ended.pollLast()).or(Behaviour.super::newSessionId);
    }

    @Override
    public Reply amend(Request request, Reply reply) {
        if (request.is("DELETE") && reply.status() == 204) {
            request.sessionId().ifPresent(ended::add);
        }
        return reply;
    }
}
