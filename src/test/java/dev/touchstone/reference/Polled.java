package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Body;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.SseEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server of 2025-11-25 that closes the stream of a list at once and has the client come back for the response, twice. */
final class Polled implements Behaviour {

    private static final SseEvent COME_BACK = SseEvent.retry(60);

    private final boolean tellsWhen;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    Polled(boolean tellsWhen) {
        this.tellsWhen = tellsWhen;
    }

    @Override
    public Reply amend(Request request, Reply reply) {
        boolean polls = request.session()
                .filter(session -> session.revision().equals("2025-11-25"))
                .isPresent();
        if (!polls || !(reply.body() instanceof Body.Stream stream)) {
            return reply;
        } else if (Behaviours.isList(request)) {
            return Reply.events(
                    tellsWhen
                            ? List.of(stream.events().get(0), COME_BACK)
                            : stream.events().subList(0, 1));
        }
        boolean early = request.is("GET")
                && request.header("Last-Event-ID").filter(asked::add).isPresent();
        return early ? Reply.events(List.of(COME_BACK)) : reply;
    }
}
