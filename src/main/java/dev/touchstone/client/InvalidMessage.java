package dev.touchstone.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.wire.schema.SchemaBook;
import dev.touchstone.wire.schema.Violation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The suite was about to send a message that breaks the schema of the revision, though not on purpose: what a server would
 * answer to it shows nothing, and the fault is the suite's.
 */
public final class InvalidMessage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private InvalidMessage(String reason) {
        super(reason);
    }

    /**
     * Demands that a message of ours is as its revision wants it.
     *
     * @throws InvalidMessage if it is not
     */
    static void forbid(Revision revision, JsonNode message) {
        List<Violation> violations = SchemaBook.find(revision.id())
                .map(book -> book.ours(message, ""))
                .orElse(List.of());
        if (!violations.isEmpty()) {
            throw new InvalidMessage("our own " + message.path("method").asText("response") + " breaks the schema of "
                    + revision + ": "
                    + violations.stream()
                            .map(wrong -> (wrong.pointer().isEmpty() ? "the message" : wrong.pointer()) + " is "
                                    + wrong.seen() + " instead of " + wrong.expected())
                            .collect(Collectors.joining("; ")));
        }
    }
}
