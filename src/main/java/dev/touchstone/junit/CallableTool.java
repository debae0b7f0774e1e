package dev.touchstone.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.target.Grant;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;

/**
 * A tool that may be called.
 *
 * @param listed the tool as the server lists it
 * @param arguments arguments that should fit it
 * @param grant why it may be called
 */
public record CallableTool(JsonNode listed, ObjectNode arguments, Grant grant) {
    /** Its name. */
    public String name() {
        return listed.path("name").asText();
    }

    /** Its name, for a reader. */
    public String shown() {
        return Shown.text(name());
    }

    /** Whether it may be called more than once for the same thing: the user meant this very tool, or it changes nothing. */
    public boolean isRepeatable() {
        JsonNode hints = listed.path("annotations");
        boolean harmless = hints.path("readOnlyHint").asBoolean()
                && !hints.path("destructiveHint").asBoolean();
        return harmless || grant == Grant.FIXTURES_FILE || grant == Grant.ALLOWED;
    }

    /** The params of a call with fitting arguments. */
    public ObjectNode params() {
        return params(arguments);
    }

    /** The params of a call with other arguments. */
    public ObjectNode params(ObjectNode other) {
        ObjectNode params = Json.object().put("name", name());
        params.set("arguments", other.deepCopy());
        return params;
    }

    /** What it has to be given. */
    public JsonNode inputSchema() {
        return listed.path("inputSchema");
    }
}
