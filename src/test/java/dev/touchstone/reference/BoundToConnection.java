package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A server that forgets a session when the connection that opened it was to be closed. */
final class BoundToConnection implements Behaviour {

    private final Map<String, Integer> ports = new ConcurrentHashMap<>();

    @Override
    public Reply amend(Request request, Reply reply) {
        String id = reply.headers().get("Mcp-Session-Id");
        if (id != null
                && request.header("Connection")
                        .filter("close"::equalsIgnoreCase)
                        .isPresent()) {
            ports.put(id, request.peerPort());
        }
        return reply;
    }

    @Override
    public Optional<Reply> intercept(Request request) {
        Optional<Integer> port = request.sessionId().map(ports::get);
        boolean gone = port.isPresent() && port.get() != request.peerPort();
        return gone ? Optional.of(Reply.notice(404, "not_found", "session not found")) : Optional.empty();
    }
}
