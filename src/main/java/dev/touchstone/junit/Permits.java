package dev.touchstone.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.target.Consent;
import dev.touchstone.target.Grant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The consent of a run, and what was granted by it: whoever calls a tool of the server asks here first. */
public final class Permits {
    private final Consent consent;
    private final Map<String, Grant> granted = new ConcurrentHashMap<>();

    /** Grants what the consent covers. */
    public Permits(Consent consent) {
        this.consent = consent;
    }

    /** Why a tool, as it is listed on the wire, may be called; empty if it may not. */
    Optional<Grant> to(JsonNode tool) {
        Optional<Grant> grant = consent.to(tool);
        grant.ifPresent(given -> granted.put(tool.path("name").asText(), given));
        return grant;
    }

    /** The arguments that the user supplied for a tool. */
    Optional<ObjectNode> argumentsOf(String tool) {
        return consent.fixtures().argumentsOf(tool);
    }

    /** What a reader is told who could widen the consent. */
    String remedy() {
        return consent.remedy();
    }

    /** The tools that could be called so far, by name. */
    public Map<String, Grant> granted() {
        return Map.copyOf(granted);
    }
}
