package dev.touchstone.junit;

import dev.touchstone.verdict.Outcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Collects the outcomes of a run, one for each requirement and revision. */
public final class Outcomes {
    private final Map<String, Outcome> byKey = new ConcurrentHashMap<>();
    private final Consumer<Outcome> listener;

    /** Tells the listener of every outcome as it comes. */
    public Outcomes(Consumer<Outcome> listener) {
        this.listener = listener;
    }

    /** Takes an outcome and tells the listener. */
    public void add(Outcome outcome) {
        if (byKey.putIfAbsent(outcome.key(), outcome) != null) {
            throw new IllegalStateException("two checks verify " + outcome.key());
        }
        listener.accept(outcome);
    }

    boolean has(String key) {
        return byKey.containsKey(key);
    }

    /** The outcomes so far, in no particular order. */
    public List<Outcome> all() {
        return List.copyOf(byKey.values());
    }
}
