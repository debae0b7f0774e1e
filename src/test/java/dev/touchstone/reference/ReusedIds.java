package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server that gives the id of an ended session to the next client. */
final class ReusedIds implements Behaviour {

  private final Queue<String> ended = new ConcurrentLinkedQueue<>();

  @Override
  public Optional<String> newSessionId() {
    return Optional.ofNullable(ended.poll()).or(Behaviour.super::newSessionId);
  }

  @Override
  public Reply amend(Request request, Reply reply) {
    if (request.is("DELETE") && reply.status() == 204) {
      request.sessionId().ifPresent(ended::add);
    }
    return reply;
  }
}
