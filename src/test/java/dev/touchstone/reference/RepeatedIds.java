package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;

/** A server that tells every seventh new client the id of the session before. */
final class RepeatedIds implements Behaviour {

    private static final String HEADER = "Mcp-Session-Id";
    private static final int EVERY = 7;

    private String last = "";
    private int told;

    @Override
    public synchronized Reply amend(Request request, Reply reply) {
        String id = reply.headers().get(HEADER);
        if (id == null) {
            return reply;
        }
        told++;
        last = told % EVERY == 0 ? last : id;
        return reply.with(HEADER, last);
    }
}
