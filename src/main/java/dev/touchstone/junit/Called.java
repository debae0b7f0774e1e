package dev.touchstone.junit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.Reply;
import java.util.List;

/**
 * A call of a tool and what came of it.
 *
 * @param tool the tool
 * @param reply the reply
 * @param told the requests and notifications that came meanwhile
 */
public record Called(CallableTool tool, Reply reply, List<JsonNode> told) {
    /** Copies what was told. */
    public Called {
        told = List.copyOf(told);
    }

    /** Whether the tool did its work: a result that is neither marked as an error nor asks for input. */
    public boolean succeeded() {
        return reply.succeeded() && !failed() && !reply.asksForInput();
    }

    /** Whether the result is marked as an error of the tool. */
    public boolean failed() {
        JsonNode mark = reply.result().path("isError");
        return mark.isBoolean() && mark.asBoolean();
    }

    /** The log messages that came meanwhile. */
    public List<JsonNode> logged() {
        return told.stream()
                .filter(message -> message.path("method").asText().equals("notifications/message"))
                .toList();
    }

    /** What came of it, for a reader. */
    public String inShort() {
        return "call of " + tool.shown() + ": " + (failed() ? "a result with isError true" : reply.inShort());
    }
}
