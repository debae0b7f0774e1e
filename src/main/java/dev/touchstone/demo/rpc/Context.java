package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What the handler of one request knows besides its params, and what it says before its result. */
public final class Context {

    private final String revision;
    private final Memory memory;
    private final List<JsonNode> told = new ArrayList<>();

    public Context(String revision, Memory memory) {
        this.revision = revision;
        this.memory = memory;
    }

    /** The revision whose rules hold. */
    String revision() {
        return revision;
    }

    /** Whether the rules are those of a revision or of a later one. */
    boolean since(String other) {
        return revision.compareTo(other) >= 0;
    }

    /** What is remembered of the session. */
    Memory memory() {
        return memory;
    }

    /** Says something that belongs to the request, ahead of the response. */
    public void tell(ObjectNode notification) {
        told.add(notification);
    }

    /** What was said ahead of the response, in order. */
    public List<JsonNode> told() {
        return List.copyOf(told);
    }
}
