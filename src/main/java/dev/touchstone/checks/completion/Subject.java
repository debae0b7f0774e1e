package dev.touchstone.checks.completion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;

/**
 * Something that can be completed.
 *
 * @param type the type of the reference
 * @param owner the name of the prompt, or the template
 * @param argument the name of the argument or variable
 */
record Subject(String type, String owner, String argument) {
    static final String PROMPT = "ref/prompt";
    static final String RESOURCE = "ref/resource";

    boolean isPrompt() {
        return type.equals(PROMPT);
    }

    /** The params of a request that completes it. */
    ObjectNode params(String begun) {
        ObjectNode params = Json.object();
        params.putObject("ref").put("type", type).put(isPrompt() ? "name" : "uri", owner);
        params.putObject("argument").put("name", argument).put("value", begun);
        return params;
    }

    /** What it is, for a reader. */
    String where() {
        return "completion of " + Shown.text(argument) + " of " + Shown.text(owner);
    }
}
