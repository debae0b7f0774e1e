package dev.touchstone.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions that live. */
final class Sessions {

    private final Map<String, Session> live = new ConcurrentHashMap<>();

    void add(Session session) {
        live.put(session.id(), session);
    }

    Optional<Session> find(String id) {
        return Optional.ofNullable(live.get(id));
    }

    /** Forgets a session and ends its streams. */
    void end(String id) {
        Session session = live.remove(id);
        if (session != null) {
            session.end();
        }
    }

    void endAll() {
        List.copyOf(live.keySet()).forEach(this::end);
    }
}
