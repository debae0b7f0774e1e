package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server on which a DELETE ends every session that lives. */
final class EndsAll implements Behaviour {

    private final Set<String> live = ConcurrentHashMap.newKeySet();

    @Override
    public Optional<Reply> intercept(Request request) {
        boolean gone = request.sessionId().map(id -> !live.contains(id)).orElse(false);
        return gone ? Optional.of(Reply.notice(404, "not_found", "session not found")) : Optional.empty();
    }

    @Override
    public Reply amend(Request request, Reply reply) {
        if (request.is("DELETE") && reply.status() == 204) {
            live.clear();
        }
        Optional.ofNullable(reply.headers().get("Mcp-Session-Id")).ifPresent(live::add);
        return reply;
    }
}
