package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A server with one negotiated revision for everybody, the last one. */
final class LastNegotiation implements Behaviour {

    private final AtomicReference<String> last = new AtomicReference<>("2025-11-25");

    @Override
    public String negotiate(String asked, List<String> supported) {
        last.set(Behaviour.super.negotiate(asked, supported));
        return last.get();
    }

    @Override
    public String revisionOf(Session session) {
        return last.get();
    }

    @Override
    public Optional<Reply> intercept(Request request) {
        boolean foreign = request.header("MCP-Protocol-Version")
                .map(version -> !version.equals(last.get()))
                .orElse(false);
        return foreign && !request.asks("initialize")
                ? Optional.of(Reply.notice(400, "version", "another version was negotiated"))
                : Optional.empty();
    }
}
