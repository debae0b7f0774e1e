package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** A server that answers 400 to session ids of one fate where it should answer 404. */
final class Ledger implements Behaviour {

    /** Why a session id is not known. */
    enum Fate {
        ENDED,
        NEVER_ISSUED
    }

    private final Fate wronged;
    private final Predicate<Request> when;
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    Ledger(Fate wronged, Predicate<Request> when) {
        this.wronged = wronged;
        this.when = when;
    }

    @Override
    public Reply amend(Request request, Reply reply) {
        Optional<String> id = request.sessionId();
        if (id.isEmpty()) {
            return reply;
        }
        if (reply.status() == 404 && fate(id.get()) == wronged && when.test(request)) {
            return reply.withStatus(400);
        }
        if (request.is("DELETE") && reply.status() == 204) {
            ended.add(id.get());
        }
        return reply;
    }

    private Fate fate(String id) {
        return ended.contains(id) ? Fate.ENDED : Fate.NEVER_ISSUED;
    }
}
