package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A server that, while a dozen sessions live, tells a new client the id of the session before. */
final class RepeatedIds implements Behaviour {

  private static final String HEADER = "Mcp-Session-Id";
  private static final int BURST = 12;

  private final Deque<String> live = new ConcurrentLinkedDeque<>();

  @Override
  public Reply amend(Request request, Reply reply) {
    if (request.is("DELETE")) {
      request.sessionId().ifPresent(live::remove);
    }
    String id = reply.headers().get(HEADER);
    if (id == null) {
      return reply;
    }
    String told = live.size() >= BURST ? live.getLast() : id;
    live.addLast(told);
    return reply.with(HEADER, told);
  }
}
